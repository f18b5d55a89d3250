import { type Rate, rate } from "#lib/domain/rate";
import type { FeedbackSource } from "#lib/domain/rating";
import type { ScoreDefinition } from "#lib/domain/score";
import {
  countable,
  type Dimension,
  type MetricFilter,
  type ScoreMean,
  type ScoreSums,
  type ScoreTarget,
  scoreDays,
  scoreMean,
  scoreSums,
} from "#lib/evaluate/metrics/index";
import { listScores } from "#lib/observe/scores/index";

/** What one label of a score came to. */
export interface ScoreLabel {
  label: string;
  count: number;
  /** Of the values with any label. */
  share: Rate;
  /** Answers that have it. */
  answers: number;
}

/** What a score came to in one place: of a number its mean, of a boolean and a category the share of each label. */
export interface ScoreFigures {
  n: number;
  /** Answers that have it: with values of several raters fewer than n. */
  answers: number;
  mean: ScoreMean | null;
  /** Of a boolean how often it was true. */
  shareTrue: Rate | null;
  /** In the order of the declaration; of a boolean true before false. */
  labels: ScoreLabel[];
}

/** A score of a window with all that it is told by. */
export interface ScoreRow extends ScoreFigures {
  definition: ScoreDefinition;
  /** Whether it is about answers, or about sessions: those count with the answer that they had come to. */
  target: ScoreTarget;
  features: (ScoreFigures & { feature: string })[];
  /** Empty where there are too many answers to be looked through for it. */
  models: (ScoreFigures & { model: string })[];
  promptVersions: (ScoreFigures & { promptTemplate: string; promptVersion: string })[];
  /** Local days that have values. */
  days: (ScoreFigures & { day: string })[];
}

const dimensions = {
  features: ["feature"],
  models: ["model"],
  promptVersions: ["promptTemplate", "promptVersion"],
} as const satisfies Record<string, readonly Dimension[]>;

/** The scores of a window, those with most values first; users' unless teammates' are asked for. */
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

/** What sums come to, by the type of their score. */
export function scoreFigures(definition: ScoreDefinition, sums: ScoreSums): ScoreFigures {
  const { n, answers, sum, labels } = sums;
  const order = definition.type === "boolean" ? ["true", "false"] : definition.labels;
  const all = [...order, ...[...labels.keys()].filter((label) => !order.includes(label))];
  return {
    n,
    answers,
    mean: definition.type === "number" ? scoreMean(sums, rangeOf(definition)) : null,
    shareTrue: definition.type === "boolean" ? rate(sum, n) : null,
    labels: definition.type === "number" ? [] : all.map((label) => labelFigures(label, sums)),
  };
}

function labelFigures(label: string, { n, labels }: ScoreSums): ScoreLabel {
  const { count, answers } = labels.get(label) ?? { count: 0, answers: 0 };
  return { label, count, share: rate(count, n), answers };
}

/** What values of a learned score were is no bound of those to come. */
const rangeOf = ({ confirmed, min, max }: ScoreDefinition) =>
  confirmed ? { min, max } : { min: null, max: null };
