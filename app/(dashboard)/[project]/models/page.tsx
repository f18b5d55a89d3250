import type { Metadata } from "next";
import { FilterBar } from "#components/dashboard/filter-bar";
import { FirstEvent } from "#components/dashboard/first-event";
import { ModelTables } from "#components/dashboard/model-tables";
import { NothingHere } from "#components/dashboard/nothing-here";
import { PageHeader } from "#components/ui/page-header";
import { dimensions, modelSummaries, models, overview } from "#lib/evaluate/metrics/index";
import { ownOrigin } from "../../../own-origin.ts";
import { latestDay } from "../../latest-day.ts";
import { type ProjectPage, type ProjectPageProps, readPage } from "../../read-page.ts";

export const metadata: Metadata = { title: "Models" };

/** How models and prompt versions compare. */
export default async function ModelsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const known = await dimensions(page.filter.projectId);
  const header = (
    <PageHeader
      title="Models"
      note="Each rate with its 95 % interval, against the rate of all of them (dashed). Where intervals overlap much, the order may be chance."
    />
  );
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
      <Comparison page={page} />
    </>
  );
}

async function Comparison({ page }: { page: ProjectPage }) {
  const { filter, period, base, chosen } = page;
  const [byModel, byPrompt, all] = await Promise.all([
    modelSummaries(filter),
    models(filter),
    overview(filter),
  ]);
  if (byModel.length === 0)
    return (
      <NothingHere
        period={period}
        path={`${base}/models`}
        latestDay={await latestDay(filter)}
        filtered={Object.values(chosen).some(Boolean)}
      />
    );
  return <ModelTables byModel={byModel} byPrompt={byPrompt} baseline={all.current.positive} />;
}
