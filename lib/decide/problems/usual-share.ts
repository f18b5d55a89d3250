import { fitPrior, type RatingTally } from "../statistics/index.ts";

/** The ratings of an hour and how many of them were bad: a thumb down, a category that is watched, a failed check. */
export interface BadOfHour {
  /** A day of the calendar, as a number that grows by one a day. */
  day: number;
  /** The hour of the week, 0 (Monday) to 167. */
  weekHour: number;
  n: number;
  bad: number;
}

/** What is usual, by hour of the week. */
export interface UsualShare {
  /** The number of ratings that it is known from. */
  n: number;
  share: number;
  /** The usual share of each hour of the week. */
  ofWeekHour: readonly number[];
  /** The ratings that each day of the week is known from: those of weekdays, or of weekends. */
  knownOf: readonly number[];
  /** How much more the sums of days vary than those of independent ratings; at least 1. */
  dispersion: number;
}

/** Hours in a day, days in a week, and how many of them come before the weekend. */
const [HOURS, WEEKDAYS, WORKDAYS] = [24, 7, 5];

/** A share that was never seen, or always, is still possible. */
const [SHARE_MIN, SHARE_MAX] = [0.002, 0.98];

/** The design effect of users who rate several times, until it is known. */
const DISPERSION_PRIOR = 1.3;

/** Days whose worth of it is assumed before any is seen: the dispersion of few days is known badly. */
const DISPERSION_PRIOR_DAYS = 14;

/** Rounds in which what is expected is fitted to what was seen. */
const ROUNDS = 4;

/**
 * The usual share of bad ratings, by hour of the week. Weekdays and weekends each have what was seen of them; within them,
 * hours of the day and days of the week are as different as was seen, less what chance alone would make (see `fitPrior`).
 * Weekends are not shrunk to weekdays, or each of them would look a little worse than usual to a test.
 * @param dispersion the design effect of users who rate several times in a day or two, where it is known.
 */
export function usualShare(hours: readonly BadOfHour[], dispersion?: number): UsualShare | null {
  const [ofWeekHour, ofDay] = [tallies(WEEKDAYS * HOURS), tallies(HOURS)];
  const [ofWeekday, ofKind] = [tallies(WEEKDAYS), tallies(2)];
  for (const { weekHour, n, bad } of hours) {
    const weekday = Math.floor(weekHour / HOURS);
    const all = [ofWeekHour[weekHour], ofDay[weekHour % HOURS], ofWeekday[weekday], ofKind[kindOf(weekday)]];
    for (const sums of all) {
      if (!sums) throw new Error(`There is no hour ${weekHour} in a week: it has 168.`);
      sums.n += n;
      sums.up += bad;
    }
  }
  const n = sum(ofKind.map((kind) => kind.n));
  if (n === 0) return null;
  const share = clampShare(sum(ofKind.map(({ up }) => up)) / n);
  const [hourOdds, dayOdds] = [
    shrunkenOdds(ofDay),
    [ofWeekday.slice(0, WORKDAYS), ofWeekday.slice(WORKDAYS)].flatMap(shrunkenOdds),
  ];
  const odds = Array.from(
    { length: WEEKDAYS * HOURS },
    (_, at) => ((hourOdds[at % HOURS] ?? 0) * (dayOdds[Math.floor(at / HOURS)] ?? 0)) / oddsOf(share),
  );
  const shares = fitted(odds, ofWeekHour, ofKind);
  const knownOf = Array.from({ length: WEEKDAYS }, (_, weekday) => ofKind[kindOf(weekday)]?.n ?? 0);
  return { n, share, ofWeekHour: shares, knownOf, dispersion: dispersionOf(hours, shares, dispersion) };
}

/** A share as it is counted on: not 0 or 1. */
export const clampShare = (share: number): number => Math.min(SHARE_MAX, Math.max(SHARE_MIN, share));

const kindOf = (weekday: number): number => (weekday < WORKDAYS ? 0 : 1);

const oddsOf = (share: number): number => share / (1 - share);

const tallies = (length: number): RatingTally[] => Array.from({ length }, () => ({ n: 0, up: 0 }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function shrunkenOdds(groups: readonly RatingTally[]): number[] {
  const prior = fitPrior(groups);
  if (prior === null) return groups.map(() => 1);
  return groups.map(({ n, up }) => oddsOf(clampShare((prior.alpha + up) / (prior.alpha + prior.beta + n))));
}

/** Shares whose odds are in proportion to these, and that add up to what was seen of weekdays and of weekends. */
function fitted(
  odds: readonly number[],
  seen: readonly RatingTally[],
  ofKind: readonly RatingTally[],
): number[] {
  const factors = [1, 1];
  const shares = () =>
    odds.map((each, at) => {
      const own = each * (factors[kindOf(Math.floor(at / HOURS))] ?? 1);
      return clampShare(own / (1 + own));
    });
  for (let round = 0; round < ROUNDS; round++) {
    const expected = [0, 0];
    for (const [at, share] of shares().entries()) {
      const kind = kindOf(Math.floor(at / HOURS));
      expected[kind] = (expected[kind] ?? 0) + share * (seen[at]?.n ?? 0);
    }
    for (const [kind, { n, up }] of ofKind.entries()) {
      if (n === 0) continue;
      const [own, theirs] = [clampShare(up / n), clampShare((expected[kind] ?? 0) / n)];
      factors[kind] = ((factors[kind] ?? 1) * oddsOf(own)) / oddsOf(theirs);
    }
  }
  return shares();
}

/**
 * Pearson's χ² of the days' sums by their number (McCullagh and Nelder 1989, section 4.5), with a prior, and not below what
 * is known of users.
 */
function dispersionOf(hours: readonly BadOfHour[], shares: readonly number[], known?: number): number {
  const days = new Map<number, { off: number; variance: number }>();
  for (const { day, weekHour, n, bad } of hours) {
    const sums = days.get(day) ?? { off: 0, variance: 0 };
    const share = shares[weekHour] ?? 0;
    sums.off += bad - n * share;
    sums.variance += n * share * (1 - share);
    days.set(day, sums);
  }
  let [squares, count] = [(known ?? DISPERSION_PRIOR) * DISPERSION_PRIOR_DAYS, DISPERSION_PRIOR_DAYS];
  for (const { off, variance } of days.values()) {
    if (variance === 0) continue;
    squares += (off * off) / variance;
    count++;
  }
  // Weekdays and weekends were fitted.
  return Math.max(1, known ?? 1, squares / Math.max(1, count - 2));
}

/**
 * By how much the variance of a difference to what is usual is larger because that is an estimate, from N earlier ratings:
 * 1 + 2n/N, once for its level and once for its pattern; for weekdays and weekends by themselves.
 */
export function doubtOf({ knownOf }: UsualShare, n: number, ofWeekday: readonly number[]): number {
  if (n === 0) return 1;
  const workdays = sum(ofWeekday.slice(0, WORKDAYS));
  const part = (own: number, known = 0) => (own === 0 ? 0 : (own * own) / Math.max(1, known));
  return 1 + (2 * (part(workdays, knownOf[0]) + part(n - workdays, knownOf[WORKDAYS]))) / n;
}
