import type { Metadata } from "next";
import { Suspense } from "react";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { CandidateTable } from "#components/dashboard/shadows/candidate-table.tsx";
import { TableSkeleton } from "#components/dashboard/shell/table-skeleton.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/platform/auth/permissions.ts";
import { readCandidates } from "#lib/use-cases/read-candidates.ts";

export const metadata: Metadata = { title: "Shadow answers" };

/** How far back candidates are shown. */
const DAYS = 28;

/** The candidates whose answers were logged without being shown, beside what was shown. */
export default async function ShadowsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <>
      <PageHeader
        title="Shadow answers"
        note={`Answers of candidates to the same inputs, logged without being shown. They count in no metric. Last ${DAYS} days.`}
      />
      <Suspense fallback={<TableSkeleton rows={4} />}>
        <Candidates page={page} />
      </Suspense>
    </>
  );
}

async function Candidates({ page }: { page: ProjectPage }) {
  const candidates = await readCandidates(page.access.project.projectId, DAYS, page.now);
  return (
    <CandidateTable candidates={candidates} base={page.base} mayJudge={can(page.access.role, "label")} />
  );
}
