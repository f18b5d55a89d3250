import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { ChartsSkeleton } from "#components/dashboard/shell/charts-skeleton.tsx";
import { positiveRate } from "#components/dashboard/trends/trend-metrics.ts";
import { leadDays } from "#components/dashboard/trends/trend-values.ts";
import { Stack } from "#components/ui/stack.tsx";
import { addDays } from "#lib/domain/calendar.ts";
import { countable, trends, wholeSummary } from "#lib/evaluate/metrics/index.ts";
import { readBias } from "#lib/use-cases/read-bias.ts";
import { BandCard } from "./band-card.tsx";
import { MeaningCard } from "./meaning-card.tsx";
import { PlacesCard } from "./places-card.tsx";
import { bandByDay } from "./pool-days.ts";
import { prepareRatios } from "./prepare-ratios.ts";
import { RatiosCard } from "./ratios-card.tsx";
import { ResponseCard } from "./response-card.tsx";

export const metadata: Metadata = { title: "Bias" };

/** How far ratings may be believed: who gives them, and what quality may lie behind them. */
export default async function BiasPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      by={[]}
      title="Bias"
      note="Ratings come from those who care to rate. How many do, where, and what that leaves open about the rest."
      skeleton={<ChartsSkeleton charts={3} />}
    >
      <Bias page={page} />
    </ProjectFrame>
  );
}

async function Bias({ page }: { page: ProjectPage }) {
  const { filter, reference, base, search, tz } = page;
  const early = addDays(filter.from, -leadDays(positiveRate.measure, "day"));
  const lead = { ...filter, from: early, to: addDays(filter.from, -1) };
  const [bias, before, [earlier]] = await Promise.all([
    readBias(filter),
    reference && wholeSummary(reference.filter),
    (await countable(lead)).possible ? trends(lead, { unit: "day" }) : [],
  ]);
  const { all, band, days, places, features } = bias;
  if (all.interactions === 0) return <NothingInWindow page={page} path={`${base}/bias`} />;
  const known = (earlier?.points ?? []).map(({ at, positive }) => ({ day: at, positive }));
  const daily = bandByDay([...known, ...days], filter.from);
  return (
    <Stack>
      <ResponseCard {...{ days, all, before, base, search, tz }} reference={reference?.kind ?? "previous"} />
      <PlacesCard places={places ?? features} {...{ all, base, search }} />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <RatiosCard view={prepareRatios(all.positive, band)} positive={all.positive} />
        <MeaningCard />
      </div>
      <BandCard {...daily} {...{ base, search, tz }} />
    </Stack>
  );
}
