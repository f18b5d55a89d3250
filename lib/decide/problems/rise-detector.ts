import { logLikelihoodRatio, logSum } from "../statistics/index.ts";
import { type BadOfHour, doubtOf, type UsualShare, usualShare } from "./usual-share.ts";

/** The usual share of an hour of the week, turned into the share that would be bad enough to be told. */
export type Worse = (usual: number) => number;

/** The largest share that something may rise to. */
const SHARE_MAX = 0.99;

/** So much more of all, as in "10 points fewer thumbs up". */
export const moreBy =
  (points: number): Worse =>
  (usual) =>
    Math.min((1 + usual) / 2, usual + points, SHARE_MAX);

/** So many times as much, for what is rare. */
export const moreTimes =
  (times: number): Worse =>
  (usual) =>
    Math.min((1 + usual) / 2, usual * times, SHARE_MAX);

/** How a share is watched. */
export interface RiseOptions {
  worse: Worse;
  /** The design effect of users who rate several times, where it is known. */
  dispersion?: number;
  /** Nothing that began before this day is looked for, as after an alert that was resolved. */
  since?: number;
}

/** What the data say. */
export interface Rise {
  /** ln of the sum of all starts' e-values: at a threshold of ln T, a false alarm comes in T days or more, on average. */
  evidence: number;
  /** The day on which it most probably began, and what was seen since. */
  began: number | null;
  n: number;
  bad: number;
  /** The bad ratings that were usual. */
  expected: number;
  /** What was usual before that day; null before anything is known. */
  usual: UsualShare | null;
}

/** Days of history that tell what is usual. */
export const USUAL_DAYS = 28;

/** The fewest days that tell it, and the fewest ratings in them. */
const [USUAL_DAYS_MIN, USUAL_RATINGS_MIN] = [7, 100];

/** Days in which a rise may have begun; what lasts longer is usual. */
export const STARTS = 14;

/** No start counts before it has so many ratings. */
export const RATINGS_MIN = 30;

/** A day on which a rise may have begun, and the evidence that it did. */
interface Start {
  day: number;
  usual: UsualShare;
  n: number;
  bad: number;
  expected: number;
  ratio: number;
  /** What a bad rating and another one add to it, by hour of the week. */
  ratios: [ofBad: number, ofOther: number][];
  /** Ratings by day of the week. */
  ofWeekday: number[];
}

/**
 * Watches a share for a rise, such as that of thumbs down, against its own history by hour of the day and weekday. It
 * takes hours in their order and can be asked after each of them.
 *
 * Every local midnight begins an e-process, a likelihood ratio of the worse share against the usual one; their sum is a
 * Shiryaev–Roberts e-detector (Shin, Ramdas and Rinaldo 2023, New England Journal of Statistics in Data Science). That sum
 * minus the number of days is a martingale while nothing changes, so it stands at T or above only after T days on average,
 * however often it is looked at in between.
 *
 * Two things keep a likelihood ratio an e-process where ratings are not independent and the usual share is an estimate
 * itself: its logarithm is divided by the dispersion (a quasi-likelihood), and by 1 + 2n/N, where N ratings tell what is
 * usual. The likelihood ratio of differences to a mean of N earlier values, whose covariance is v(I + 11ᵀ/N), has 1 + n/N;
 * as much again is for the pattern by hour and weekday.
 */
export class RiseDetector {
  readonly #options: RiseOptions;
  #starts: Start[] = [];
  #past: BadOfHour[][] = [];
  #today: BadOfHour[] = [];
  #day: number | null = null;

  constructor(options: RiseOptions) {
    this.#options = options;
  }

  /** Adds an hour. Hours without ratings may be left out. */
  add(hour: BadOfHour): void {
    if (this.#day === null || hour.day > this.#day) this.#begin(hour.day);
    if (this.#day !== null && hour.day < this.#day)
      throw new Error(`Hours must be in order: day ${hour.day} came after ${this.#day}.`);
    if (hour.n === 0) return;
    this.#today.push(hour);
    for (const start of this.#starts) {
      const usual = start.usual.ofWeekHour[hour.weekHour] ?? start.usual.share;
      start.n += hour.n;
      const weekday = Math.floor(hour.weekHour / 24);
      start.ofWeekday[weekday] = (start.ofWeekday[weekday] ?? 0) + hour.n;
      start.bad += hour.bad;
      start.expected += hour.n * usual;
      const [ofBad = 0, ofOther = 0] = start.ratios[hour.weekHour] ?? [];
      start.ratio += hour.bad * ofBad + (hour.n - hour.bad) * ofOther;
    }
  }

  /** What all hours so far say. */
  get rise(): Rise {
    const known = this.#starts
      .filter(({ n }) => n >= RATINGS_MIN)
      .map((start) => ({ start, evidence: evidenceOf(start) }));
    const best = known.reduce<(typeof known)[number] | null>(
      (most, each) => (most === null || each.evidence > most.evidence ? each : most),
      null,
    );
    const { day = null, n = 0, bad = 0, expected = 0 } = best?.start ?? {};
    const usual = (best?.start ?? this.#starts.at(-1))?.usual ?? this.#usualBefore();
    const evidence = logSum(known.map((each) => each.evidence));
    return { evidence, began: day, n, bad, expected, usual };
  }

  /** Forgets what was seen of a rise that is over; what is usual stays. */
  restart(): void {
    this.#starts = [];
  }

  #begin(day: number): void {
    if (this.#today.length > 0) this.#past.push(this.#today);
    this.#today = [];
    this.#day = day;
    this.#past = this.#past.filter(([hour]) => hour !== undefined && hour.day >= day - USUAL_DAYS);
    this.#starts = this.#starts.filter((start) => start.day > day - STARTS);
    if (day < (this.#options.since ?? day)) return;
    const usual = this.#usualBefore();
    if (usual === null) return;
    const ratios = usual.ofWeekHour.map((share): Start["ratios"][number] => {
      const worse = this.#options.worse(share);
      return [
        logLikelihoodRatio({ n: 1, successes: 1 }, share, worse),
        logLikelihoodRatio({ n: 1, successes: 0 }, share, worse),
      ];
    });
    const ofWeekday = [0, 0, 0, 0, 0, 0, 0];
    this.#starts.push({ day, usual, n: 0, bad: 0, expected: 0, ratio: 0, ratios, ofWeekday });
  }

  /** What was usual before today; null while too little is known. */
  #usualBefore(): UsualShare | null {
    const day = this.#day ?? 0;
    const first = this.#past[0]?.[0]?.day ?? day;
    if (day - first < USUAL_DAYS_MIN) return null;
    const usual = usualShare(this.#past.flat(), this.#options.dispersion);
    return usual === null || usual.n < USUAL_RATINGS_MIN ? null : usual;
  }
}

const evidenceOf = ({ ratio, n, usual, ofWeekday }: Start): number =>
  ratio / (usual.dispersion * doubtOf(usual, n, ofWeekday));

/** What a series of hours says, in their order, such as all that the rollups have of the last six weeks: four that are usual, and two in which it may have begun. */
export function riseOf(hours: readonly BadOfHour[], options: RiseOptions): Rise {
  const detector = new RiseDetector(options);
  for (const hour of hours) detector.add(hour);
  return detector.rise;
}
