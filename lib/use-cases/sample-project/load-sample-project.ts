import { refreshMetrics } from "#lib/evaluate/metrics/index.ts";
import { type EventBody, logInteractions, recordEvents, recordFeedback } from "#lib/observe/ingest/index.ts";
import { declareScore } from "#lib/observe/scores/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import {
  ensureSampleProject,
  projectExists,
  type SampleProject,
} from "#lib/platform/projects/sample-project.ts";
import { generateSample, type Sample } from "./generate-sample.ts";
import { sampleScores } from "./score-answer.ts";

/** The current step of a load. */
export type LoadPhase = "interactions" | "ratings" | "behaviour" | "metrics";

/** Called with the number of written rows and the total. */
export type LoadProgress = (done: number, total: number, phase: LoadPhase) => void;

/** Rows per transaction: few enough for visible progress. */
const BATCH = 500;

/** The seed of the sample: ids must be the same when a load is repeated. */
const SEED = 20_261;

/**
 * Creates the organization's sample project and writes 90 days of generated history into it, through the same code as
 * real traffic. An interrupted load is completed; repeating a complete one changes nothing.
 * @throws Problem 409 if the project is deleted in the meantime, or contains the sample of another version.
 */
export async function loadSampleProject(
  organizationId: string,
  onProgress: LoadProgress,
): Promise<{ projectSlug: string }> {
  const project = await ensureSampleProject(organizationId);
  try {
    await writeSample(project, generateSample({ now: project.createdAt, seed: SEED }), onProgress);
  } catch (error) {
    await requireProject(project.projectId);
    throw error;
  }
  return { projectSlug: project.slug };
}

async function writeSample(project: SampleProject, sample: Sample, onProgress: LoadProgress): Promise<void> {
  const { interactions } = sample;
  const ratings = [...sample.ratings, ...sample.scores];
  const events: EventBody[] = [
    ...sample.annotations.map((body) => ({ type: "annotation" as const, body })),
    ...sample.preferences.map((body) => ({ type: "preference" as const, body })),
    ...sample.signals.map((body) => ({ type: "signal" as const, body })),
  ];
  const total = interactions.length + ratings.length + events.length;
  let done = 0;
  const write = async <T>(
    phase: LoadPhase,
    items: readonly T[],
    store: (batch: T[]) => Promise<readonly unknown[]>,
  ) => {
    onProgress(done, total, phase);
    for (const batch of batches(items)) {
      await requireProject(project.projectId);
      requireStored(await store(batch));
      done += batch.length;
      onProgress(done, total, phase);
    }
  };
  for (const [name, declaration] of Object.entries(sampleScores))
    await declareScore(project.projectId, name, declaration);
  await write("interactions", interactions, (batch) => logInteractions(project, batch));
  await write("ratings", ratings, (batch) => recordFeedback(project, batch));
  await write("behaviour", events, (batch) => recordEvents(project, batch));
  onProgress(done, total, "metrics");
  await refreshMetrics(project.projectId);
  await requireProject(project.projectId);
}

async function requireProject(projectId: string): Promise<void> {
  if (await projectExists(projectId)) return;
  throw new Problem("conflict", "The sample project was deleted while it was being loaded.");
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}

/** A conflict can only be a sample that another version of the app started to load. */
function requireStored(outcomes: readonly unknown[]): void {
  if (outcomes.some((outcome) => outcome instanceof Problem)) {
    throw new Problem(
      "conflict",
      "The sample project was created by another version of Whetstone. Delete it and load it again.",
    );
  }
}
