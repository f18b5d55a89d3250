import type { CohortKind } from "#lib/domain/dimensions.ts";
import type { ValueSums } from "#lib/domain/variance.ts";
import { type SameMix, standardize } from "./same-mix.ts";

/** What may explain a difference between models if nobody assigned users at random. */
export type MixDimension = CohortKind | "day" | "weekday" | "time_of_day";

/** The answers of a model with one value of a dimension, and the positive rate of their users. */
export interface MixCell {
  dimension: MixDimension;
  /** "" for answers without a value. */
  value: string;
  model: string;
  answers: number;
  ratings: number;
  positive: ValueSums;
}

/** How far the answers of two models differ in a dimension. */
export interface MixDifference {
  dimension: MixDimension;
  /** The share of one model's answers that would need another value for both to be alike: 0 to 1. */
  distance: number;
  /** What chance alone would lead to expect. */
  byChance: number;
  differs: boolean;
  /** The value whose shares differ most, among those with enough ratings to be named; null if there is none. */
  most: { value: string; current: number; candidate: number } | null;
  /** The positive rates if both models had the same mix of values; null if they have none in common. */
  sameMix: SameMix | null;
}

/** Minimum distance beyond chance that is reported as a difference. */
const DIFFERS = 0.1;

/**
 * Compares how the answers of two models are spread over each dimension (total variation distance); nothing is said of
 * dimensions without values.
 * @param least values with fewer ratings are not named, because individuals could be identified.
 */
export function compareMix(
  cells: readonly MixCell[],
  { current, candidate }: { current: string; candidate: string },
  least: number,
): MixDifference[] {
  const told = [...Map.groupBy(cells, ({ dimension }) => dimension)].filter(([, own]) =>
    own.some(({ value }) => value !== ""),
  );
  return told.map(([dimension, own]) => {
    const [one, other] = [of(own, current), of(own, candidate)];
    const [all, others] = [answersOf(one), answersOf(other)];
    const values = [...new Set([...one.keys(), ...other.keys()])].map((value) => {
      const [a, b] = [one.get(value), other.get(value)];
      return {
        value,
        current: share(a?.answers, all),
        candidate: share(b?.answers, others),
        ratings: (a?.ratings ?? 0) + (b?.ratings ?? 0),
      };
    });
    const distance = half(values.map((each) => Math.abs(each.current - each.candidate)));
    const byChance = Math.min(1, half(values.map((each) => expected(each, all, others))));
    return {
      ...{ dimension, distance, byChance, differs: distance - byChance >= DIFFERS },
      most: mostDifferent(
        values.filter(
          (each) => each.ratings >= least && each.value !== "" && each.current !== each.candidate,
        ),
      ),
      sameMix: standardize(
        own.map(({ model, value, positive }) => ({ model, stratum: value, values: positive })),
        { current, candidate },
        { min: 0, max: 1 },
      ),
    };
  });
}

const of = (cells: readonly MixCell[], model: string): Map<string, MixCell> =>
  new Map(cells.filter((cell) => cell.model === model).map((cell) => [cell.value, cell]));

const answersOf = (cells: ReadonlyMap<string, MixCell>): number =>
  [...cells.values()].reduce((sum, { answers }) => sum + answers, 0);

const share = (part: number | undefined, all: number): number => (all > 0 ? (part ?? 0) / all : 0);

const half = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0) / 2;

interface ValueShares {
  value: string;
  current: number;
  candidate: number;
}

/** The mean absolute difference of two shares that are the same in truth: √(2/π) standard errors. */
function expected({ current, candidate }: ValueShares, all: number, others: number): number {
  if (all === 0 || others === 0) return 0;
  const p = (current * all + candidate * others) / (all + others);
  return Math.sqrt((2 / Math.PI) * p * (1 - p) * (1 / all + 1 / others));
}

function mostDifferent(values: readonly ValueShares[]): MixDifference["most"] {
  const [first] = [...values].sort(
    (one, other) =>
      Math.abs(other.current - other.candidate) - Math.abs(one.current - one.candidate) ||
      other.candidate - one.candidate,
  );
  return first ? { value: first.value, current: first.current, candidate: first.candidate } : null;
}
