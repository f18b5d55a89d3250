import { type Experiment, readArmDays } from "#lib/act/experiments/index.ts";
import { type DifferenceLine, differencesByDay } from "#lib/decide/experiments/index.ts";
import { addDays, daysBetween, localDate } from "#lib/domain/calendar.ts";
import { listScores } from "#lib/observe/scores/index.ts";
import { metricScale } from "./metric-scale.ts";

/** Days that are drawn at most: the last ones. */
const DAYS_DRAWN = 366;

/** How the differences from the control narrowed. */
export interface ExperimentProgress {
  /** Local dates, from the start until the end or today. */
  days: string[];
  lines: DifferenceLine[];
}

/** The differences of an experiment's arms from the control, day by day; null before it starts. */
export async function readProgress(
  projectId: string,
  experiment: Experiment,
  { tz, now }: { tz: string; now: Date },
): Promise<ExperimentProgress | null> {
  const { primaryMetric, startedAt, endedAt, arms } = experiment;
  if (!startedAt || !primaryMetric) return null;
  const [sums, scores] = await Promise.all([readArmDays(projectId, experiment, tz), listScores(projectId)]);
  const [first, last] = [localDate(tz, startedAt), localDate(tz, endedAt ?? now)];
  const days = Array.from({ length: daysBetween(first, last) }, (_, index) => addDays(first, index));
  const scale = metricScale(primaryMetric.metric, primaryMetric.better, scores);
  const lines = differencesByDay(days, sums, arms, scale);
  return {
    days: days.slice(-DAYS_DRAWN),
    lines: lines.map(({ variant, differences }) => ({
      variant,
      differences: differences.slice(-DAYS_DRAWN),
    })),
  };
}
