import type { Metadata } from "next";
import { FeatureTable } from "#components/dashboard/feature-table";
import { FilterBar } from "#components/dashboard/filter-bar";
import { FirstEvent } from "#components/dashboard/first-event";
import { NothingHere } from "#components/dashboard/nothing-here";
import { PageHeader } from "#components/ui/page-header";
import { dimensions, features, overview } from "#lib/evaluate/metrics/index";
import { ownOrigin } from "../../../own-origin.ts";
import { latestDay } from "../../latest-day.ts";
import { type ProjectPage, type ProjectPageProps, readPage } from "../../read-page.ts";

export const metadata: Metadata = { title: "Features" };

/** What the project's AI does, and how well each of it is liked. */
export default async function FeaturesPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const known = await dimensions(page.filter.projectId);
  const header = <PageHeader title="Features" note="Each feature leads to an overview of its own." />;
  if (known.features.length === 0)
    return (
      <>
        {header}
        <FirstEvent origin={await ownOrigin()} base={page.base} />
      </>
    );
  return (
    <>
      {header}
      <FilterBar period={page.period} dimensions={known} chosen={page.chosen} />
      <Features page={page} />
    </>
  );
}

async function Features({ page }: { page: ProjectPage }) {
  const { filter, period, base, chosen, tz, search } = page;
  const [rows, all] = await Promise.all([features(filter), overview(filter)]);
  if (rows.length === 0)
    return (
      <NothingHere
        period={period}
        path={`${base}/features`}
        latestDay={await latestDay(filter)}
        filtered={Object.values(chosen).some(Boolean)}
      />
    );
  return <FeatureTable rows={rows} baseline={all.current.positive} base={base} tz={tz} search={search} />;
}
