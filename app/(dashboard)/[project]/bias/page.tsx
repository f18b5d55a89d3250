import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { BandCard } from "#components/dashboard/bias/band-card.tsx";
import { MeaningCard } from "#components/dashboard/bias/meaning-card.tsx";
import { PlacesCard } from "#components/dashboard/bias/places-card.tsx";
import { bandByDay } from "#components/dashboard/bias/pool-days.ts";
import { prepareRatios } from "#components/dashboard/bias/prepare-ratios.ts";
import { RatiosCard } from "#components/dashboard/bias/ratios-card.tsx";
import { ResponseCard } from "#components/dashboard/bias/response-card.tsx";
import { ChartsSkeleton } from "#components/dashboard/shell/charts-skeleton.tsx";
import { positiveRate } from "#components/dashboard/trends/trend-metrics.ts";
import { leadDays } from "#components/dashboard/trends/trend-values.ts";
import { Stack } from "#components/ui/stack.tsx";
import { qualityBand, responseDoubt } from "#lib/decide/statistics/index.ts";
import { addDays } from "#lib/domain/calendar.ts";
import { countable, trends, wholeSummary } from "#lib/evaluate/metrics/index.ts";
import { readBias } from "#lib/use-cases/read-bias.ts";

export const metadata: Metadata = { title: "Bias" };

/** How far ratings may be believed: who gives them, and what quality may lie behind them. */
export default async function BiasPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      by={[]}
      title="Bias"
      note="Only some users rate. See how many do, where, and what that means for your metrics."
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
  const known = (earlier?.points ?? []).map(({ at, ...counts }) => ({ day: at, ...counts }));
  const daily = bandByDay([...known, ...days], filter.from, qualityBand);
  return (
    <Stack>
      <ResponseCard {...{ days, all, before, base, search, tz }} reference={reference?.kind ?? "previous"} />
      <PlacesCard places={places ?? features} {...{ all, base, search }} doubt={responseDoubt} />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <RatiosCard view={prepareRatios(all.positive, band, qualityBand)} positive={all.positive} />
        <MeaningCard />
      </div>
      <BandCard {...daily} {...{ base, search, tz }} />
    </Stack>
  );
}
