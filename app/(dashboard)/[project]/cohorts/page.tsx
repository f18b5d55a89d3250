import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { param } from "#components/dashboard/address.ts";
import { CohortKinds } from "#components/dashboard/cohort-kinds.tsx";
import { CohortView } from "#components/dashboard/cohort-view.tsx";
import { TableSkeleton } from "#components/dashboard/skeletons/table-skeleton.tsx";
import { type CohortKind, cohortKinds } from "#lib/evaluate/metrics/index.ts";
import { compareCohorts } from "#lib/loop/compare-cohorts.ts";
import { readCohortMinimum } from "#lib/platform/access/cohort-minimum.ts";
import { cohortRows } from "./cohort-rows.ts";

export const metadata: Metadata = { title: "Cohorts" };

/** Who is content and who is not: tenants, languages and segments, each against all others. */
export default async function CohortsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const kind = cohortKinds.find((each) => each === param(page.search, "kind")) ?? "tenant";
  return (
    <ProjectFrame
      page={page}
      by={[kind]}
      title="Cohorts"
      note="Each cohort against all answers that are not its own. What surely differs most comes first."
      skeleton={<TableSkeleton rows={7} />}
    >
      <CohortKinds kinds={cohortKinds} kind={kind} path={`${page.base}/cohorts`} search={page.search} />
      <Cohorts page={page} kind={kind} />
    </ProjectFrame>
  );
}

async function Cohorts({ page, kind }: { page: ProjectPage; kind: CohortKind }) {
  const { filter, base, search } = page;
  const least = await readCohortMinimum(filter.projectId);
  const compared = await compareCohorts(filter, kind, least);
  if (compared.all.interactions === 0) return <NothingInWindow page={page} path={`${base}/cohorts`} />;
  return (
    <CohortView
      kind={kind}
      rows={cohortRows(compared, kind)}
      all={compared.all}
      withheld={compared.withheld}
      least={least}
      base={base}
      search={search}
    />
  );
}
