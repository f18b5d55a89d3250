import { NONE } from "#components/format/numbers.ts";
import type { ListedExperiment } from "#lib/use-cases/experiments/list-readings.ts";
import { durationWords } from "./experiment-words.ts";
import { leadOf } from "./lead.ts";
import { differenceInterval, formatMetricDifference, metricLabel } from "./metric-words.ts";
import { usersOf } from "./results.ts";

/** One line of the list of experiments. */
export interface ExperimentRow {
  name: string;
  state: ListedExperiment["experiment"]["state"];
  metric: string;
  arms: string[];
  /** Null before the start, and where they were not counted. */
  users: number | null;
  /** The difference that stands for it; null while there is not enough data. */
  difference: { of: string; words: string; interval: string } | null;
  /** What is said in place of a difference. */
  without: string;
  duration: string;
}

/** Decides what the list says about an experiment. */
export function prepareRow({ experiment, results }: ListedExperiment, now: Date): ExperimentRow {
  const { primaryMetric, startedAt, state } = experiment;
  const analysis = results?.analysis ?? null;
  const lead = analysis && leadOf(analysis);
  const metric = primaryMetric?.metric;
  return {
    name: experiment.experiment,
    state,
    metric: metric === undefined ? "Not chosen yet" : metricLabel(metric),
    arms: experiment.arms.map(({ variant }) => variant),
    users: analysis && usersOf(analysis),
    difference:
      lead && metric !== undefined
        ? {
            of: lead.arm.variant,
            words: formatMetricDifference(metric, lead.difference.value),
            interval: differenceInterval(metric, lead.difference),
          }
        : null,
    without: startedAt && analysis ? "Not enough data" : NONE,
    duration: durationWords(experiment, now),
  };
}
