import { notFound } from "next/navigation";
import {
  type Complaints,
  type Experiment,
  findExperiment,
  listTransitions,
  readComplaints,
} from "#lib/act/experiments/index.ts";
import { idSchema } from "#lib/domain/fields.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { currentResults, keptResults, type Results } from "#lib/use-cases/experiments/list-readings.ts";
import { type ExperimentProgress, readProgress } from "#lib/use-cases/experiments/read-progress.ts";

/** What the page of an experiment shows. */
interface ExperimentPage {
  experiment: Experiment;
  transitions: Awaited<ReturnType<typeof listTransitions>>;
  /** Once it is decided, what was kept with the decision. */
  results: Results | null;
  progress: ExperimentProgress | null;
  complaints: Complaints;
}

/** The experiment of an address; ends where there is none. */
export async function experimentOfAddress(projectId: string, segment: string): Promise<Experiment> {
  const name = idSchema.safeParse(decodeURIComponent(segment));
  if (!name.success) notFound();
  try {
    return await findExperiment(projectId, name.data);
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") notFound();
    throw error;
  }
}

/** Reads an experiment with all that its page shows; ends where there is none. */
export async function readExperimentPage(
  projectId: string,
  segment: string,
  { tz, now }: { tz: string; now: Date },
): Promise<ExperimentPage> {
  const experiment = await experimentOfAddress(projectId, segment);
  // It counts what is left to count, so it comes before what reads the counted users.
  const results =
    keptResults(experiment) ??
    (experiment.startedAt ? await currentResults(projectId, experiment.experiment, now) : null);
  const [transitions, progress, complaints] = await Promise.all([
    listTransitions(projectId, experiment.experiment),
    readProgress(projectId, experiment, { tz, now }),
    readComplaints(projectId, experiment, now),
  ]);
  return { experiment, transitions, results, progress, complaints };
}
