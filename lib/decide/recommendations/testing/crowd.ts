import type { ValueSums } from "#lib/domain/variance.ts";
import type { MixCell, ModelSums, Traffic } from "../index.ts";

/** A user of one model, with one answer for each thumb, or one without. */
export interface CrowdUser {
  model: string;
  segment?: string;
  day?: string;
  /** Their thumbs: 1 for up, 0 for down. */
  thumbs: readonly number[];
  latency?: number;
  cost?: number;
  corrected?: number;
  kept?: number;
}

const sumsOf = (values: readonly (number | undefined)[]): ValueSums => {
  const known = values.filter((value) => value !== undefined);
  return {
    n: known.length,
    sum: known.reduce((sum, value) => sum + value, 0),
    sumSquares: known.reduce((sum, value) => sum + value * value, 0),
  };
};

const meanOf = (values: readonly number[]): number | undefined =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;

const ln = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.log(value);

const answersOf = (users: readonly CrowdUser[]): number =>
  users.reduce((sum, { thumbs }) => sum + Math.max(1, thumbs.length), 0);

const ratingsOf = (users: readonly CrowdUser[]): number =>
  users.reduce((sum, { thumbs }) => sum + thumbs.length, 0);

const positiveOf = (users: readonly CrowdUser[]): ValueSums =>
  sumsOf(users.map(({ thumbs }) => meanOf(thumbs)));

/** The sums of each model, as the database adds them up. */
export const modelsOf = (users: readonly CrowdUser[]): ModelSums[] =>
  [...Map.groupBy(users, ({ model }) => model)].map(([model, own]) => ({
    ...{ model, answers: answersOf(own), users: own.length, ratings: ratingsOf(own) },
    responders: own.filter(({ thumbs }) => thumbs.length > 0).length,
    positive: positiveOf(own),
    corrections: sumsOf(own.map(({ corrected = 0 }) => corrected)),
    kept: sumsOf(own.map(({ kept }) => kept)),
    latency: sumsOf(own.map(({ latency }) => ln(latency))),
    cost: sumsOf(own.map(({ cost }) => ln(cost))),
  }));

/** Where the models answered: by segment, and by day. */
export function trafficOf(users: readonly CrowdUser[]): Traffic {
  const grouped = (of: (user: CrowdUser) => string) =>
    [...Map.groupBy(users, (user) => JSON.stringify([user.model, of(user)]))].map(([key, own]) => {
      const [model = "", value = ""] = JSON.parse(key) as string[];
      return { model, value, own };
    });
  const cells = (dimension: MixCell["dimension"], of: (user: CrowdUser) => string): MixCell[] =>
    grouped(of).map(({ model, value, own }) => ({
      ...{ dimension, value, model, answers: answersOf(own), ratings: ratingsOf(own) },
      positive: positiveOf(own),
    }));
  const segmentOf = ({ segment = "" }: CrowdUser) => segment;
  return {
    strata: grouped(segmentOf).map(({ model, value: stratum, own }) => ({
      positive: { model, stratum, values: positiveOf(own) },
      latency: { model, stratum, values: sumsOf(own.map(({ latency }) => ln(latency))) },
      cost: { model, stratum, values: sumsOf(own.map(({ cost }) => ln(cost))) },
    })),
    cells: [...cells("segment", segmentOf), ...cells("day", ({ day = "2026-11-01" }) => day)],
  };
}

/** So many users, each made by its place. */
export const users = (count: number, make: (at: number) => CrowdUser): CrowdUser[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Users of a model with one thumb each, of which a share is up. */
export const liked = (
  model: string,
  count: number,
  share: number,
  more: Partial<CrowdUser> = {},
): CrowdUser[] => users(count, (at) => ({ model, thumbs: [at < share * count ? 1 : 0], ...more }));
