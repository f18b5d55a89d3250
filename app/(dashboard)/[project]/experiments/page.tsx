import type { Metadata } from "next";
import { Suspense } from "react";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { ExperimentList } from "#components/dashboard/experiments/experiment-list.tsx";
import { prepareRow } from "#components/dashboard/experiments/prepare-row.ts";
import { TableSkeleton } from "#components/dashboard/shell/table-skeleton.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/platform/auth/permissions.ts";
import { listReadings } from "#lib/use-cases/experiments/list-readings.ts";

export const metadata: Metadata = { title: "Experiments" };

/** All experiments of a project, with what they say so far. */
export default async function ExperimentsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const mayEdit = can(page.access.role, "edit_prompts");
  return (
    <>
      <PageHeader
        title="Experiments"
        note="Variants of a prompt, a model or anything else, compared by what users say. Intervals hold however often you look."
        actions={
          mayEdit && (
            <ButtonLink href={`${page.base}/new-experiment`} tone="primary">
              New experiment
            </ButtonLink>
          )
        }
      />
      <Suspense fallback={<TableSkeleton rows={4} />}>
        <Experiments page={page} mayEdit={mayEdit} />
      </Suspense>
    </>
  );
}

async function Experiments({ page, mayEdit }: { page: ProjectPage; mayEdit: boolean }) {
  const listed = await listReadings(page.access.project.projectId, page.now);
  const rows = listed.map((each) => prepareRow(each, page.now));
  return <ExperimentList rows={rows} base={page.base} mayEdit={mayEdit} />;
}
