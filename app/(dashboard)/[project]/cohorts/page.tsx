import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { CohortKinds } from "#components/dashboard/comparison/cohort-kinds.tsx";
import { cohortName } from "#components/dashboard/comparison/cohort-names.ts";
import { CohortView } from "#components/dashboard/comparison/cohort-view.tsx";
import type { ComparisonRow } from "#components/dashboard/comparison/comparison-row.ts";
import { TableSkeleton } from "#components/dashboard/shell/table-skeleton.tsx";
import { param } from "#components/dashboard/url/address.ts";
import { responseDoubt } from "#lib/decide/statistics/index.ts";
import { type CohortKind, cohortKinds } from "#lib/domain/dimensions.ts";
import { readSettings } from "#lib/platform/projects/number-settings.ts";
import { type CohortComparison, compareCohorts } from "#lib/use-cases/compare-cohorts.ts";

/** The cohorts of a kind, each compared with all other answers. */
const cohortRows = ({ cohorts }: CohortComparison, kind: CohortKind): ComparisonRow[] =>
  cohorts.map(({ others, ...row }) => ({
    ...row,
    key: row.cohort,
    name: cohortName(kind, row.cohort),
    against: others.positive,
    doubt: responseDoubt(row.responseRate, others.responseRate),
  }));

export const metadata: Metadata = { title: "Cohorts" };

/** Who is content and who is not: tenants, languages and segments, each against all others. */
export default async function CohortsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const kind = cohortKinds.find((each) => each === param(page.search, "kind")) ?? "tenant";
  return (
    <ProjectFrame
      page={page}
      compares={false}
      by={[kind]}
      title="Cohorts"
      note="Each cohort compared with all other answers. Sorted by how certain the difference is."
      skeleton={<TableSkeleton rows={7} />}
    >
      <CohortKinds kinds={cohortKinds} kind={kind} path={`${page.base}/cohorts`} search={page.search} />
      <Cohorts page={page} kind={kind} />
    </ProjectFrame>
  );
}

async function Cohorts({ page, kind }: { page: ProjectPage; kind: CohortKind }) {
  const { filter, base, search } = page;
  const { cohort_minimum: least } = (await readSettings(filter.projectId)).cohort_minimum;
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
