import type { Dimension } from "#lib/domain/dimensions.ts";
import type { FeedbackSource } from "#lib/domain/rating.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { readScorePart, type ScoreTarget } from "./score-part.ts";
import { type PartCount, readParts } from "./slices/parts-store.ts";
import { byDay, type Span, wholeWindow } from "./slices/spans.ts";

/** A score and its target: a score given to both answers and sessions counts as two. */
export interface ScoreName {
  name: string;
  target: ScoreTarget;
}

/** The sums of a score's values, regardless of its type. */
export interface ScoreCounts {
  n: number;
  /** For booleans: how often it was true. */
  sum: number;
  sumSquares: number;
  /** For categories and booleans: the count of each label. */
  labels: ReadonlyMap<string, number>;
}

/** The sums of a score's values in one place. */
export interface ScoreSums extends ScoreName, ScoreCounts {
  /** As in a group: the label of its span, then the values of the dimensions. */
  key: string[];
}

/** The dimensions to group scores by, and whose scores: users' by default, or teammates'. */
export interface ScoreOptions {
  by?: readonly Dimension[] | undefined;
  source?: FeedbackSource | undefined;
}

/** No scores. */
export const NO_SCORES: ScoreCounts = { n: 0, sum: 0, sumSquares: 0, labels: new Map() };

/** The scores of a window by dimensions, most values first. */
export async function scoreSums(filter: MetricFilter, options: ScoreOptions = {}): Promise<ScoreSums[]> {
  return readScores(filter, wholeWindow(filter, filter.tz), options);
}

/** The same by local day; days without values are omitted. */
export function scoreDays(
  filter: MetricFilter,
  options: Pick<ScoreOptions, "source"> = {},
): Promise<ScoreSums[]> {
  return readScores(filter, byDay(filter, filter.tz), options);
}

async function readScores(
  filter: MetricFilter,
  spans: readonly Span[],
  { by = [], source = "user" }: ScoreOptions,
): Promise<ScoreSums[]> {
  await refreshMetrics(filter.projectId);
  return gatherScores(await readParts(filter, spans, { kinds: ["score"], by }), source);
}

/** Groups parts of scores into one entry per score and place. */
export function gatherScores(parts: readonly PartCount[], source: FeedbackSource): ScoreSums[] {
  const scores = new Map<string, ScoreSums & { labels: Map<string, number> }>();
  for (const { key, count, sum, sumSquares, ...part } of parts) {
    const { name, target, source: by, label } = readScorePart(part.name);
    if (by !== source) continue;
    const id = JSON.stringify([name, target, key]);
    const score = scores.get(id) ?? { ...NO_SCORES, name, target, key, labels: new Map() };
    score.n += count;
    score.sum += sum;
    score.sumSquares += sumSquares;
    if (label !== "") score.labels.set(label, (score.labels.get(label) ?? 0) + count);
    scores.set(id, score);
  }
  const order = ({ name, key }: ScoreSums) => JSON.stringify([name, key]);
  return [...scores.values()].sort((one, other) => other.n - one.n || (order(one) < order(other) ? -1 : 1));
}
