import { type ScoreMetric, scoreMetrics } from "#components/dashboard/scores/score-metric.ts";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { type ScoreTarget, scoreSums } from "#lib/evaluate/metrics/index.ts";
import { listScores } from "#lib/observe/scores/index.ts";
import { toMean } from "#lib/use-cases/score-figures.ts";
import type { ProjectPage } from "./read-page.ts";

/**
 * The trends of scores that a page can draw: of those with values in its window, the one with most first, and the one
 * that its address asks for though it may have none. A project without scores has none.
 */
export async function scoreTrendsOf({ filter }: ProjectPage, asked?: string): Promise<ScoreMetric[]> {
  const definitions = await listScores(filter.projectId);
  if (definitions.length === 0) return [];
  const known = new Map(definitions.map((definition) => [definition.name, definition]));
  const valued = (await scoreSums(filter)).flatMap(({ name, target }) => {
    const definition = known.get(name);
    return definition ? metricsOf(definition, target) : [];
  });
  if (asked === undefined || valued.some(({ name }) => name === asked)) return valued;
  const all = definitions.flatMap((definition) =>
    (["interaction", "session"] as const).flatMap((target) => metricsOf(definition, target)),
  );
  return [...valued, ...all.filter(({ name }) => name === asked)];
}

const metricsOf = (definition: ScoreDefinition, target: ScoreTarget): ScoreMetric[] =>
  scoreMetrics(definition, target, (counts) => {
    const { low, high } = toMean(definition, counts);
    return low === null || high === null ? null : [low, high];
  });
