import { type Rate, rate } from "#lib/domain/rate";
import type { TrendDay } from "#lib/evaluate/metrics/index";
import { countOf, dayWords, percentWords, rateSentence, TOO_FEW } from "../dashboard/words.ts";
import { pointTicks } from "./point-ticks.ts";

/** What the trend needs of a day. */
export type TrendInput = Pick<
  TrendDay,
  "day" | "positive" | "interactions" | "rated" | "thumbsUp" | "thumbsDown"
>;

/** One day as the chart draws it; null where there was no rating, which is a gap and not a zero. */
export interface TrendPoint {
  day: string;
  /** The rate of the day, or of the days up to it where days are pooled. */
  value: number | null;
  /** Its 95 % interval. */
  band: [number, number] | null;
  /** How many ratings the value is of. */
  n: number;
  /** A day between two gaps: no line reaches it, so it gets a dot… */
  dot: number | null;
  /** …and a whisker down and up from it. */
  whisker: [number, number] | null;
  /** Where days are pooled: the rate of this day alone… */
  ownValue: number | null;
  /** …and how many ratings that is of. */
  ownN: number;
  interactions: number;
  rated: number;
  unrated: number;
}

/** All that the trend chart draws and says. */
export interface TrendView {
  points: TrendPoint[];
  /** How many days each value is of: 1, or 7 up to its day where single days are too thin to see a trend in. */
  pooledDays: number;
  rateDomain: [number, number];
  rateTicks: number[];
  dayTicks: string[];
  /** The chart in words. */
  summary: string;
}

/** With fewer ratings than this on the middle day, a daily line shows chance and little else. */
const THIN = 30;

/** As many days as balance out the rhythm of the week. */
const POOL = 7;

/**
 * Decides what the trend of the positive rate draws. Where days are pooled, the first ones need those before them:
 * `lead` are the days right before the window, the last one nearest to it.
 */
export function prepareTrend(days: readonly TrendInput[], lead: readonly TrendInput[] = []): TrendView {
  const pooledDays = isThin(days) ? POOL : 1;
  const known = [...lead, ...days];
  // A value of seven days is drawn where all seven are known: before that is a gap, not a value of fewer.
  const rates = days.map((_, index) => {
    const end = lead.length + index + 1;
    return pooledRate(end < pooledDays ? [] : known.slice(end - pooledDays, end));
  });
  const points = days.map((day, index) =>
    pointOf(day, rates[index] ?? day.positive, {
      alone: !rates[index - 1]?.n && !rates[index + 1]?.n,
      pooled: pooledDays > 1,
    }),
  );
  const { domain, ticks } = rateScale(points);
  return {
    points,
    pooledDays,
    rateDomain: domain,
    rateTicks: ticks,
    dayTicks: pointTicks(
      days.map(({ day }) => day),
      "day",
      "UTC",
    ),
    summary: summaryOf(days),
  };
}

/** Whether the middle one of the days that have ratings has few, in a window long enough to pool. */
function isThin(days: readonly TrendInput[]): boolean {
  const counts = days
    .map(({ positive }) => positive.n)
    .filter((n) => n > 0)
    .toSorted((a, b) => a - b);
  return days.length >= 2 * POOL && (counts[Math.floor(counts.length / 2)] ?? THIN) < THIN;
}

function pooledRate(days: readonly TrendInput[]): Rate {
  const up = days.reduce((sum, day) => sum + day.thumbsUp, 0);
  return rate(up, up + days.reduce((sum, day) => sum + day.thumbsDown, 0));
}

function pointOf(
  day: TrendInput,
  shown: Rate,
  { alone, pooled }: { alone: boolean; pooled: boolean },
): TrendPoint {
  const known = shown.value === null ? null : shown;
  return {
    day: day.day,
    value: known?.value ?? null,
    band: known && [known.low, known.high],
    n: shown.n,
    dot: known && alone ? known.value : null,
    whisker: known && alone ? [known.value - known.low, known.high - known.value] : null,
    ownValue: pooled ? day.positive.value : null,
    ownN: day.positive.n,
    interactions: day.interactions,
    rated: day.rated,
    unrated: Math.max(0, day.interactions - day.rated),
  };
}

/** A scale in whole tens of percent around all that is drawn, at least 40 points high, so that noise looks like noise. */
function rateScale(points: readonly TrendPoint[]): { domain: [number, number]; ticks: number[] } {
  const drawn = points.flatMap(({ band, ownValue }) => [
    ...(band ?? []),
    ...(ownValue === null ? [] : [ownValue]),
  ]);
  if (drawn.length === 0) return { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] };
  let low = Math.floor(Math.min(...drawn) * 10);
  let high = Math.ceil(Math.max(...drawn) * 10);
  while (high - low < 4) {
    if (high < 10) high += 1;
    if (high - low < 4 && low > 0) low -= 1;
  }
  const step = high - low > 5 ? 2 : 1;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick / 10);
  return { domain: [low / 10, high / 10], ticks };
}

function summaryOf(days: readonly TrendInput[]): string {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return "No days to show.";
  const up = days.reduce((sum, day) => sum + day.thumbsUp, 0);
  const down = days.reduce((sum, day) => sum + day.thumbsDown, 0);
  const span = `${dayWords(first.day, true)} to ${dayWords(last.day, true)}`;
  const gaps = days.filter(({ positive }) => positive.n === 0).length;
  return [
    `Positive rate by day, ${span}.`,
    `All days together: ${rateSentence(rate(up, up + down), "ratings")}`,
    extremes(days),
    gaps > 0 ? `${countOf(gaps, "day")} without a rating.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The highest and the lowest day among those with enough ratings to say. */
function extremes(days: readonly TrendInput[]): string {
  const telling = days
    .filter(({ positive }) => positive.n >= TOO_FEW)
    .toSorted((a, b) => shareOf(a.positive) - shareOf(b.positive));
  const lowest = telling[0];
  const highest = telling.at(-1);
  if (!lowest || !highest || lowest === highest) return "";
  const say = (day: TrendInput) => `${percentWords(shareOf(day.positive))} on ${dayWords(day.day)}`;
  return `Highest ${say(highest)}, lowest ${say(lowest)}.`;
}

const shareOf = (positive: Rate): number => positive.value ?? 0;
