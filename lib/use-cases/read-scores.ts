import type { Dimension } from "#lib/domain/dimensions.ts";
import type { FeedbackSource } from "../domain/rating.ts";
import type { ScoreDefinition } from "../domain/score.ts";
import {
  countable,
  type MetricFilter,
  type ScoreSums,
  type ScoreTarget,
  scoreDays,
  scoreSums,
} from "../evaluate/metrics/index.ts";
import { listScores } from "../observe/scores/index.ts";
import { comparedLabel, type ScoreFigures, scoreFigures } from "./score-figures.ts";

/** A score in a window with its breakdowns. */
export interface ScoreRow extends ScoreFigures {
  definition: ScoreDefinition;
  /** Whether answers or sessions were scored; a session score counts with the session's latest answer at that time. */
  target: ScoreTarget;
  /** For categories, the most informative label; null otherwise. */
  label: string | null;
  features: (ScoreFigures & { feature: string })[];
  /** Empty if there are too many answers to scan. */
  models: (ScoreFigures & { model: string })[];
  promptVersions: (ScoreFigures & { promptTemplate: string; promptVersion: string })[];
  /** Local days with values. */
  days: (ScoreFigures & { day: string })[];
}

const dimensions = {
  features: ["feature"],
  models: ["model"],
  promptVersions: ["promptTemplate", "promptVersion"],
} as const satisfies Record<string, readonly Dimension[]>;

/** The scores of a window, most values first: users' by default, or teammates'. */
export async function readScores(filter: MetricFilter, source: FeedbackSource = "user"): Promise<ScoreRow[]> {
  const sums = (by: readonly Dimension[]) => scoreSums(filter, { by, source });
  const where = async (by: readonly Dimension[]) => ((await countable(filter, by)).possible ? sums(by) : []);
  const [definitions, all, features, models, prompts, days] = await Promise.all([
    listScores(filter.projectId),
    sums([]),
    sums(dimensions.features),
    where(dimensions.models),
    where(dimensions.promptVersions),
    scoreDays(filter, { source }),
  ]);
  const known = new Map(definitions.map((definition) => [definition.name, definition]));
  return all.flatMap((score): ScoreRow[] => {
    const definition = known.get(score.name);
    if (!definition) return [];
    const same = (rows: readonly ScoreSums[]) =>
      rows
        .filter(({ name, target }) => name === score.name && target === score.target)
        .map((row) => ({ key: row.key, figures: scoreFigures(definition, row) }));
    return [
      {
        ...scoreFigures(definition, score),
        definition,
        target: score.target,
        label: comparedLabel(definition, score),
        features: same(features).map(({ key: [, feature = ""], figures }) => ({ feature, ...figures })),
        models: same(models).map(({ key: [, model = ""], figures }) => ({ model, ...figures })),
        promptVersions: same(prompts).map(
          ({ key: [, promptTemplate = "", promptVersion = ""], figures }) => ({
            ...{ promptTemplate, promptVersion },
            ...figures,
          }),
        ),
        days: same(days)
          .map(({ key: [day = ""], figures }) => ({ day, ...figures }))
          .sort((one, other) => (one.day < other.day ? -1 : 1)),
      },
    ];
  });
}
