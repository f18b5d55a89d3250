import type { FeedbackBody } from "#lib/observe/feedback/index.ts";
import { BATCH_MAX, logInteractions, recordEvents, recordFeedback } from "#lib/observe/ingest/index.ts";
import { knownPreferences, type PreferenceBody } from "#lib/observe/preferences/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import type { LineContent, NamedInteraction } from "./line-content.ts";
import { emptyTally, type Tally } from "./tally.ts";

/** A line that was fully or partly rejected. */
export interface Refusal {
  line: number;
  reason: string;
}

/** Which of these interactions a project already has. */
export type KnownInteractions = (projectId: string, ids: readonly string[]) => Promise<Set<string>>;

/** A parsed line. */
export interface ReadLine extends LineContent {
  number: number;
}

/** The result of a batch of lines. */
export interface StoredLines {
  tally: Tally;
  refusals: Refusal[];
}

/**
 * Stores a batch of lines, interactions before ratings and preferences, through the same code as live traffic. Rejected
 * parts are reported by line; the rest is stored.
 */
export async function storeLines(
  project: ProjectContext,
  lines: readonly ReadLine[],
  findKnown: KnownInteractions,
): Promise<StoredLines> {
  const refusals = lines.flatMap(({ number, refusals }) =>
    refusals.map((reason) => ({ line: number, reason })),
  );
  const interactions = lines.flatMap((line) => onLine(line.number, line.interactions));
  const ratings = lines.flatMap((line) => onLine(line.number, line.ratings));
  const preferences = lines.flatMap((line) => onLine(line.number, line.preferences));
  const tally = { ...emptyTally };
  const batch = { project, tally, refusals, known: await knownIn(project, interactions, ratings, findKnown) };
  for (const chunk of chunks(interactions)) await storeInteractions(batch, chunk);
  for (const chunk of chunks(ratings)) await storeRatings(batch, chunk);
  for (const chunk of chunks(preferences)) await storePreferences(batch, chunk);
  tally.refusedLines = new Set(refusals.map(({ line }) => line)).size;
  refusals.sort((one, other) => one.line - other.line);
  return { tally, refusals };
}

interface Batch extends StoredLines {
  project: ProjectContext;
  known: Set<string>;
}

interface OnLine<Body> {
  line: number;
  body: Body;
}

const onLine = <Body>(line: number, bodies: readonly Body[]): OnLine<Body>[] =>
  bodies.map((body) => ({ line, body }));

function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += BATCH_MAX) yield items.slice(start, start + BATCH_MAX);
}

/** An accepted rating with a response text contained its whole interaction. */
const bringsInteraction = (rating: FeedbackBody): rating is FeedbackBody & { interaction_id: string } =>
  rating.response_text !== undefined && rating.interaction_id !== undefined;

function knownIn(
  project: ProjectContext,
  interactions: readonly OnLine<NamedInteraction>[],
  ratings: readonly OnLine<FeedbackBody>[],
  findKnown: KnownInteractions,
): Promise<Set<string>> {
  const described = [
    ...interactions.map(({ body }) => body.interaction_id),
    ...ratings.flatMap(({ body }) => (bringsInteraction(body) ? [body.interaction_id] : [])),
  ];
  return findKnown(project.projectId, [...new Set(described)]);
}

async function storeInteractions(batch: Batch, chunk: readonly OnLine<NamedInteraction>[]): Promise<void> {
  const { project, tally, refusals, known } = batch;
  const outcomes = await logInteractions(
    project,
    chunk.map(({ body }) => body),
  );
  chunk.forEach(({ line, body }, index) => {
    const outcome = outcomes[index];
    if (outcome instanceof Problem) refusals.push({ line, reason: outcome.message });
    else if (known.has(body.interaction_id)) tally.present += 1;
    else {
      known.add(body.interaction_id);
      tally.interactions += 1;
    }
  });
}

async function storeRatings(batch: Batch, chunk: readonly OnLine<FeedbackBody>[]): Promise<void> {
  const { project, tally, refusals, known } = batch;
  const outcomes = await recordFeedback(
    project,
    chunk.map(({ body }) => body),
  );
  chunk.forEach(({ line, body }, index) => {
    const outcome = outcomes[index];
    if (!outcome || outcome instanceof Problem) {
      refusals.push({ line, reason: outcome?.message ?? "has no result" });
      return;
    }
    if (outcome.outcome === "waiting") {
      tally.waiting += 1;
      return;
    }
    if (outcome.outcome === "unchanged" || outcome.outcome === "superseded") tally.present += 1;
    else tally.ratings += 1;
    if (!bringsInteraction(body) || known.has(body.interaction_id)) return;
    known.add(body.interaction_id);
    tally.interactions += 1;
  });
}

async function storePreferences(batch: Batch, chunk: readonly OnLine<PreferenceBody>[]): Promise<void> {
  const { project, tally, refusals } = batch;
  const ids = chunk.flatMap(({ body }) => body.preference_id ?? []);
  const known = await knownPreferences(project.projectId, ids);
  const outcomes = await recordEvents(
    project,
    chunk.map(({ body }) => ({ type: "preference", body })),
  );
  chunk.forEach(({ line, body }, index) => {
    const outcome = outcomes[index];
    if (outcome instanceof Problem) refusals.push({ line, reason: outcome.message });
    else if (outcome?.type === "preference" && outcome.receipt.waiting) tally.waiting += 1;
    else if (known.has(body.preference_id ?? "")) tally.present += 1;
    else tally.preferences += 1;
  });
}
