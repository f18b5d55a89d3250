import type { z } from "zod";
import { type Experiment, listExperiments } from "#lib/act/experiments/index.ts";
import { readExperiment } from "./read-experiment.ts";
import { resultsJson, resultsSchema } from "./results-json.ts";

/** The results of an experiment, as the API answers them and as they are kept with its decision. */
export type Results = z.output<typeof resultsSchema>;

/** Undecided experiments that a list counts; further ones are listed without numbers. */
const COUNTED_MAX = 20;

/** An experiment of the list. */
export interface ListedExperiment {
  experiment: Experiment;
  /** Null before its start, and where there are too many to count. */
  results: Results | null;
}

/** A project's experiments with their results, newest first. What was decided is not counted again. */
export async function listReadings(projectId: string, now: Date): Promise<ListedExperiment[]> {
  const experiments = await listExperiments(projectId);
  const listed: ListedExperiment[] = [];
  let counted = 0;
  // One after the other: the first counts what is left to count, and the others find it done.
  for (const experiment of experiments) {
    const kept = keptResults(experiment);
    const isRunning = experiment.state === "running" || experiment.state === "paused";
    const isCounted = kept === null && isRunning && counted < COUNTED_MAX;
    if (isCounted) counted += 1;
    listed.push({
      experiment,
      results: isCounted ? await currentResults(projectId, experiment.experiment, now) : kept,
    });
  }
  return listed;
}

/** What an experiment says so far. */
export const currentResults = async (projectId: string, name: string, now: Date): Promise<Results> =>
  resultsSchema.parse(resultsJson(await readExperiment(projectId, name, now)));

/** The results that were kept with a decision; null before it, and where it was decided before its start. */
export function keptResults({ decision }: Pick<Experiment, "decision">): Results | null {
  const kept = resultsSchema.safeParse(decision);
  return kept.success ? kept.data : null;
}
