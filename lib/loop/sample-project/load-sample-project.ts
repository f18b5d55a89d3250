import { refreshMetrics } from "#lib/evaluate/metrics/index";
import { logInteractions, recordFeedback } from "#lib/observe/ingest/index";
import { ensureSampleProject, projectExists, type SampleProject } from "#lib/platform/access/sample-project";
import { Problem } from "#lib/platform/problem/index";
import { generateSample, type Sample } from "./generate-sample.ts";

/** What a load is busy with. */
export type LoadPhase = "interactions" | "ratings" | "metrics";

/** Told how many of the sample's rows are written, of how many. */
export type LoadProgress = (done: number, total: number, phase: LoadPhase) => void;

/** Rows of one transaction: few enough that the progress moves. */
const BATCH = 500;

/** The one sample that there is: its ids must be the same when a load is run again. */
const SEED = 20_261;

/**
 * Makes the organization's sample project and writes 90 days of generated history into it, through the same code as
 * real traffic. A load that was broken off is run again to its end; one that is complete changes nothing.
 * @throws Problem 409 when the project is deleted meanwhile, or holds another version's sample.
 */
export async function loadSampleProject(
  organizationId: string,
  onProgress: LoadProgress,
): Promise<{ projectSlug: string }> {
  const project = await ensureSampleProject(organizationId);
  try {
    await writeSample(project, generateSample({ now: project.createdAt, seed: SEED }), onProgress);
  } catch (error) {
    if (await projectExists(project.projectId)) throw error;
    throw new Problem("conflict", "The sample project was deleted while it was being loaded.");
  }
  return { projectSlug: project.slug };
}

async function writeSample(project: SampleProject, sample: Sample, onProgress: LoadProgress): Promise<void> {
  const { interactions, ratings } = sample;
  const total = interactions.length + ratings.length;
  let done = 0;
  onProgress(done, total, "interactions");
  for (const batch of batches(interactions)) {
    requireStored(await logInteractions(project, batch));
    done += batch.length;
    onProgress(done, total, "interactions");
  }
  for (const batch of batches(ratings)) {
    requireStored(await recordFeedback(project, batch));
    done += batch.length;
    onProgress(done, total, "ratings");
  }
  onProgress(done, total, "metrics");
  await refreshMetrics(project.projectId);
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}

/** Only a sample that another version of the app began to load can stand in the way of this one. */
function requireStored(outcomes: readonly unknown[]): void {
  if (outcomes.some((outcome) => outcome instanceof Problem)) {
    throw new Problem(
      "conflict",
      "The sample project was begun by another version of Whetstone. Delete it, and load it again.",
    );
  }
}
