import type { FeedbackSource } from "#lib/domain/rating";
import type { Dimension } from "./choose-source.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { readScorePart, type ScoreTarget } from "./score-part.ts";
import { byDay, type Span, wholeWindow } from "./spans.ts";
import { type PartCount, readParts } from "./store.ts";

/** What the values of one score came to, in one place; nothing is said of its type. */
export interface ScoreSums {
  name: string;
  target: ScoreTarget;
  /** As of a group: the label of its span, then the values of the dimensions. */
  key: string[];
  n: number;
  /** Of a boolean how often it was true. */
  sum: number;
  sumSquares: number;
  /** Answers that have it: with scores of several raters fewer than there are values. */
  answers: number;
  /** Of a category or a boolean: how often each label was given, and to how many answers. */
  labels: Map<string, { count: number; answers: number }>;
}

/** By what scores are told apart, and whose they are: users' unless teammates' are asked for. */
export interface ScoreOptions {
  by?: readonly Dimension[] | undefined;
  source?: FeedbackSource | undefined;
}

/** The scores of a window, by dimensions, those with most values first. */
export async function scoreSums(filter: MetricFilter, options: ScoreOptions = {}): Promise<ScoreSums[]> {
  return readScores(filter, wholeWindow(filter, filter.tz), options);
}

/** The same by local day; a day without values is absent. */
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
  return gatherScores(await readParts(filter, spans, ["score", "score_answer"], { by }), source);
}

/** Gathers parts of scores into one entry a score and place. */
export function gatherScores(parts: readonly PartCount[], source: FeedbackSource): ScoreSums[] {
  const scores = new Map<string, ScoreSums>();
  for (const part of parts) {
    const { name, target, source: by, label } = readScorePart(part.name);
    if (by !== source) continue;
    const id = JSON.stringify([name, target, part.key]);
    const score = scores.get(id) ?? {
      ...{ name, target, key: part.key, n: 0, sum: 0, sumSquares: 0, answers: 0, labels: new Map() },
    };
    scores.set(id, score);
    if (label === null) score.answers += part.count;
    else if (part.kind === "score") addValues(score, label, part);
    else if (label !== "") labelOf(score, label).answers += part.count;
  }
  const order = ({ name, key }: ScoreSums) => JSON.stringify([name, key]);
  return [...scores.values()].sort((one, other) => other.n - one.n || (order(one) < order(other) ? -1 : 1));
}

function addValues(score: ScoreSums, label: string, { count, sum, sumSquares }: PartCount): void {
  score.n += count;
  score.sum += sum;
  score.sumSquares += sumSquares;
  if (label !== "") labelOf(score, label).count += count;
}

function labelOf({ labels }: ScoreSums, label: string): { count: number; answers: number } {
  const known = labels.get(label) ?? { count: 0, answers: 0 };
  labels.set(label, known);
  return known;
}
