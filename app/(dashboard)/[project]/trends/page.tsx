import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { scoreTrendsOf } from "#app/(dashboard)/score-trends.ts";
import { ChartsSkeleton } from "#components/dashboard/shell/charts-skeleton.tsx";
import { DecayedCard } from "#components/dashboard/trends/decayed-card.tsx";
import { TrendCard } from "#components/dashboard/trends/trend-card.tsx";
import { HOURLY_MAX_DAYS, type TrendChoice, trendChoice } from "#components/dashboard/trends/trend-choice.ts";
import { TrendControls } from "#components/dashboard/trends/trend-controls.tsx";
import { TrendHeadline } from "#components/dashboard/trends/trend-headline.tsx";
import {
  type MetricLabels,
  positiveRate,
  trendMetricGroups,
} from "#components/dashboard/trends/trend-metrics.ts";
import { listSplits } from "#components/dashboard/trends/trend-splits.ts";
import { drawnValue } from "#components/dashboard/trends/trend-values.ts";
import { param } from "#components/dashboard/url/address.ts";
import { listTarget } from "#components/dashboard/url/figure-population.ts";
import { Stack } from "#components/ui/stack.tsx";
import { readTrends } from "./read-trends.ts";

export const metadata: Metadata = { title: "Trends" };

/** How any metric moves, in the steps and by the dimension that the reader chooses. */
export default async function TrendsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const scores = await scoreTrendsOf(page, param(page.search, "metric"));
  const shown = { chosen: page.chosen, days: page.period.days, unit: page.unit };
  const choice = trendChoice(page.search, shown, scores);
  return (
    <ProjectFrame
      page={page}
      by={choice.split ? [choice.split.dimension] : []}
      title="Trends"
      note="One metric over time. Markers show when prompts and models were first used, and when labels of prompts were moved. Click a point to see its interactions."
      skeleton={<ChartsSkeleton />}
    >
      <Stack>
        <TrendControls
          metric={choice.metric.name}
          groups={metricGroups(scores)}
          defaultMetric={positiveRate.name}
          split={choice.split?.name ?? null}
          unit={choice.unit}
          splits={listSplits(page.chosen).map(({ name, label }) => ({ name, label }))}
          hourly={page.period.days <= HOURLY_MAX_DAYS}
        />
        <Trends page={page} choice={choice} />
      </Stack>
    </ProjectFrame>
  );
}

/** The names of all metrics that can be drawn, the project's scores among them. */
const metricGroups = (scores: readonly MetricLabels[]) =>
  [...trendMetricGroups, ...(scores.length > 0 ? [{ label: "Scores", metrics: scores }] : [])].map(
    ({ label, metrics }) => ({ label, metrics: metrics.map(({ name, label }) => ({ name, label })) }),
  );

async function Trends({ page, choice }: { page: ProjectPage; choice: TrendChoice }) {
  const { base, search, tz } = page;
  const { metric, unit } = choice;
  const { interactions, current, before, view, changes, decayed } = await readTrends(page, choice);
  const reference = page.reference?.kind ?? "previous";
  if (interactions === 0) return <NothingInWindow page={page} path={`${base}/trends`} />;
  return (
    <>
      <TrendCard
        {...{ view, metric, unit, tz, changes }}
        baseline={
          reference === "baseline" && before && metric.measure.kind !== "amount" ? drawnValue(before) : null
        }
      >
        <TrendHeadline
          metric={metric}
          {...{ current, before, reference }}
          figureOf={(count) => listTarget({ base, search }, metric.population ?? {}, count)}
        />
      </TrendCard>
      {decayed && <DecayedCard {...{ tz, changes }} days={decayed} halfLife={choice.halfLife} />}
    </>
  );
}
