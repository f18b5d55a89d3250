import type { Dimension } from "#lib/domain/dimensions.ts";
import type { ScoreDefinition } from "../domain/score.ts";
import {
  countable,
  type MetricFilter,
  type ScoreCounts,
  type ScoreTarget,
  type StatsRow,
  scoreSums,
} from "../evaluate/metrics/index.ts";
import { listScores } from "../observe/scores/index.ts";
import type { ComparedModel } from "./compare-models.ts";
import type { ComparedPromptVersion } from "./compare-prompt-versions.ts";
import {
  comparedLabel,
  type ScoreDifference,
  type ScoreFigures,
  scoreDifference,
  scoreFigures,
} from "./score-figures.ts";

/** A score in one place, compared with the reference place. */
export interface PlacedScore {
  figures: ScoreFigures;
  /** The difference from the reference place; null without one. */
  difference: ScoreDifference | null;
}

/** A score in several places. */
export interface ComparedScore {
  definition: ScoreDefinition;
  target: ScoreTarget;
  /** The label whose share is compared, for categories; null otherwise. */
  label: string | null;
  /** In the order of the places; null without values. */
  places: (PlacedScore | null)[];
}

/** A place: the values of the dimensions, and those of its reference. */
interface ScorePlace {
  key: readonly string[];
  against: readonly string[] | null;
}

/**
 * User scores in some places, most values first, each compared by its mean or a share. Empty if there are too many
 * answers to count individually.
 */
async function compareScores(
  filter: MetricFilter,
  by: readonly Dimension[],
  places: readonly ScorePlace[],
): Promise<ComparedScore[]> {
  if (!(await countable(filter, by)).possible) return [];
  const [definitions, all, placed] = await Promise.all([
    listScores(filter.projectId),
    scoreSums(filter),
    scoreSums(filter, { by }),
  ]);
  const known = new Map(definitions.map((definition) => [definition.name, definition]));
  const found = new Map(
    placed.map(({ name, target, key: [, ...key], ...counts }) => [keyOf(name, target, key), counts]),
  );
  return all.flatMap(({ name, target, ...whole }): ComparedScore[] => {
    const definition = known.get(name);
    if (!definition) return [];
    const countsAt = (key: readonly string[] | null) => key && found.get(keyOf(name, target, key));
    const label = comparedLabel(definition, whole);
    return [
      {
        ...{ definition, target, label },
        places: places.map(({ key, against }) =>
          placedScore(definition, label, countsAt(key), against && (countsAt(against) ?? null)),
        ),
      },
    ];
  });
}

/** The scores of compared models, against those of their reference. */
export function modelScores(filter: MetricFilter, rows: readonly ComparedModel[]): Promise<ComparedScore[]> {
  const reference = rows.find(({ isReference }) => isReference);
  const places = rows.map(({ modelName, isReference }) => ({
    key: [modelName],
    against: reference && !isReference ? [reference.modelName] : null,
  }));
  return compareScores(filter, ["model"], places);
}

/** The scores of compared prompt versions, each against those of its template's reference. */
export async function promptScores(
  filter: MetricFilter,
  rows: readonly ComparedPromptVersion[],
): Promise<ComparedScore[]> {
  const keyOf = ({ promptTemplate, promptVersion }: ComparedPromptVersion) => [
    promptTemplate ?? "",
    promptVersion ?? "",
  ];
  const groups = Map.groupBy(rows, ({ promptTemplate }) => promptTemplate);
  const places = rows.map((row) => {
    const reference = groups.get(row.promptTemplate)?.find(({ isReference }) => isReference);
    return { key: keyOf(row), against: reference && !row.isReference ? keyOf(reference) : null };
  });
  return compareScores(filter, ["promptTemplate", "promptVersion"], places);
}

/** The scores of a feature's models and prompt versions, without a comparison. */
export function statsScores(filter: MetricFilter, rows: readonly StatsRow[]): Promise<ComparedScore[]> {
  const places = rows.map(({ modelName, promptVersion }) => ({
    ...{ key: [modelName, promptVersion ?? ""], against: null },
  }));
  return compareScores(filter, ["model", "promptVersion"], places);
}

/** The scores of features, without a comparison, because features do different work. */
export function featureScores(
  filter: MetricFilter,
  rows: readonly { featureName: string }[],
): Promise<ComparedScore[]> {
  return compareScores(
    filter,
    ["feature"],
    rows.map(({ featureName }) => ({ key: [featureName], against: null })),
  );
}

/** A score in a window and in the one it is compared with. */
export interface ChangedScore extends Omit<ComparedScore, "places"> {
  /** The change. */
  now: PlacedScore;
  before: PlacedScore | null;
}

/** User scores in a window, most values first, and in the window it is compared with, if any. */
export async function scoresBeside(
  filter: MetricFilter,
  reference: MetricFilter | null,
): Promise<ChangedScore[]> {
  const [definitions, current, previous] = await Promise.all([
    listScores(filter.projectId),
    scoreSums(filter),
    reference ? scoreSums(reference) : [],
  ]);
  const known = new Map(definitions.map((definition) => [definition.name, definition]));
  return current.flatMap(({ name, target, ...counts }) => {
    const definition = known.get(name);
    if (!definition) return [];
    const before = previous.find((score) => score.name === name && score.target === target);
    const label = comparedLabel(definition, counts);
    const now = placedScore(definition, label, counts, before ?? null);
    const then = placedScore(definition, label, before, null);
    return now ? [{ definition, target, label, now, before: then }] : [];
  });
}

function placedScore(
  definition: ScoreDefinition,
  label: string | null,
  counts: ScoreCounts | null | undefined,
  against: ScoreCounts | null,
): PlacedScore | null {
  if (!counts) return null;
  return {
    figures: scoreFigures(definition, counts),
    difference: against && scoreDifference(definition, label, counts, against),
  };
}

const keyOf = (name: string, target: ScoreTarget, key: readonly string[]): string =>
  JSON.stringify([name, target, ...key]);
