import { formatCount, formatPercent, NONE } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import type { Experiment } from "#lib/act/experiments/index.ts";
import { formatShare } from "./experiment-words.ts";
import { DifferenceCell, EstimateCell } from "./figure-cells.tsx";
import { shownDifference, USERS_MIN } from "./lead.ts";
import { formatMetricDifference, metricLabel } from "./metric-words.ts";
import { type Analysis, type AnalyzedArm, usersOf } from "./results.ts";
import { ResumeArmButton } from "./resume-arm-button.tsx";

interface ArmsCardProps {
  experiment: Experiment;
  /** Null before the start. */
  analysis: Analysis | null;
  /** Where paused arms are switched on again; null where the reader may not. */
  armsUrl: string | null;
}

type Arm = Experiment["arms"][number] & { found: AnalyzedArm | undefined };

/** The arms side by side: who got what, and what they said. */
export function ArmsCard({ experiment, analysis, armsUrl }: ArmsCardProps) {
  const { arms, primaryMetric } = experiment;
  const rows = arms.map(
    (arm): Arm => ({
      ...arm,
      found: analysis?.arms.find(({ variant }) => variant === arm.variant),
    }),
  );
  const figures = analysis && primaryMetric ? figureColumns(analysis, primaryMetric) : [];
  return (
    <Card
      title="Arms"
      note={
        analysis && primaryMetric
          ? `${metricLabel(primaryMetric.metric)} by user, ${primaryMetric.better} is better, with always-valid intervals. ${usersOf(analysis) > 0 ? "A user is one observation, however often they rate." : ""}`
          : "What each user gets. Numbers appear here after the start."
      }
      flush
    >
      <DataTable
        caption="Arms"
        rows={rows}
        rowKey={({ variant }) => variant}
        columns={[nameColumn(armsUrl), splitColumn, ...figures]}
      />
    </Card>
  );
}

const nameColumn = (armsUrl: string | null): Column<Arm> => ({
  head: "Arm",
  rowHead: true,
  className: "min-w-32 max-w-56",
  cell: ({ variant, isControl, pausedAt, promptVersion, modelName }) => (
    <>
      <span className="font-medium">{variant}</span>
      {isControl && <Badge className="ml-1.5">Control</Badge>}
      {pausedAt && (
        <Badge tone="warn" className="ml-1.5">
          Paused
        </Badge>
      )}
      {(promptVersion ?? modelName) !== null && (
        <span className="block text-faint text-xs">
          {[promptVersion, modelName].filter((name) => name !== null).join(", ")}
        </span>
      )}
      {pausedAt && armsUrl && (
        <span className="block">
          <ResumeArmButton url={`${armsUrl}/${encodeURIComponent(variant)}/resume`} variant={variant} />
        </span>
      )}
    </>
  ),
});

const splitColumn: Column<Arm> = {
  head: "Split",
  numeric: true,
  cell: ({ weight }) => formatShare(weight),
};

function figureColumns(
  analysis: Analysis,
  { metric, better }: NonNullable<Experiment["primaryMetric"]>,
): Column<Arm>[] {
  const numeric = true;
  return [
    { head: "Users", numeric, cell: ({ found }) => formatCount(found?.exposed ?? 0) },
    {
      head: metricLabel(metric),
      numeric,
      cell: ({ found }) => <EstimateCell metric={metric} estimate={found?.primary.estimate ?? null} />,
    },
    {
      head: "Difference",
      numeric,
      cell: ({ found, isControl }) => (
        <DifferenceCell
          {...{ metric, better }}
          difference={found && !isControl ? shownDifference(found, analysis) : null}
          {...(isControl ? {} : { without: "Not enough data" })}
        />
      ),
    },
    {
      head: "Chance to be best",
      numeric,
      cell: ({ found }) => ofKnown(found, analysis, (arm) => arm.chance_to_be_best, formatPercent),
    },
    {
      head: "Expected loss",
      numeric,
      cell: ({ found }) =>
        ofKnown(
          found,
          analysis,
          (arm) => arm.expected_loss,
          (loss) => formatMetricDifference(metric, loss).replace("+", ""),
        ),
    },
  ];
}

/** A figure that compares all arms: none while one of them has too few users. */
function ofKnown(
  arm: AnalyzedArm | undefined,
  { arms }: Analysis,
  of: (arm: AnalyzedArm) => number | null,
  words: (value: number) => string,
): string {
  const isEnough = arms.every(({ primary }) => (primary.estimate?.n ?? 0) >= USERS_MIN);
  const value = arm && isEnough ? of(arm) : null;
  return value === null ? NONE : words(value);
}
