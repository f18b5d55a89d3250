import { TOO_FEW } from "#components/format/numbers.ts";
import { mean, rate } from "#lib/domain/rate.ts";
import { addParts } from "#lib/domain/rate-parts.ts";
import type { RaterRate } from "#lib/domain/rater-groups.ts";
import type { Summary, TrendUnit } from "#lib/evaluate/metrics/index.ts";
import type { Measure } from "./trend-metrics.ts";

/** The value of a metric over a day, an hour or several of them. */
export interface TrendValue extends Pick<RaterRate, "users" | "widened"> {
  value: number | null;
  /** Its 95 % interval, where it has one. */
  band: [number, number] | null;
  /** How many it is of; null where it is a number of things itself. */
  n: number | null;
}

/** With fewer than this on the middle day, a daily line shows chance and little else. */
const THIN = 30;

/** Steps that balance out the rhythm of the week and of the day. */
const POOL: Record<TrendUnit, number> = { day: 7, hour: 24 };

/** The value of a metric over several days or hours. Percentiles cannot be combined: the last one is used. */
export function valueOver<Point = Summary>(points: readonly Point[], measure: Measure<Point>): TrendValue {
  if (measure.kind === "amount") {
    const amounts = points.map(measure.of).filter((amount) => amount !== null);
    return { value: amounts.length > 0 ? total(amounts) : null, band: null, n: null };
  }
  if (measure.kind === "percentile") {
    const last = points.at(-1);
    return { ...(last ? measure.of(last) : { value: null, n: 0 }), band: null };
  }
  const [part, whole] = addParts(points.map(measure.of));
  if (measure.kind === "mean")
    return { ...mean(part, whole), band: (whole > 0 && measure.interval?.(points)) || null };
  const found: RaterRate = measure.rate?.(points) ?? rate(part, whole);
  const { value, low, high, n } = found;
  return { value, band: low === null ? null : [low, high], n, ...ratersOf(found) };
}

/** Whether a value is of too few ratings to be drawn as one; a number of things never is. */
export const isTooFew = ({ value, n }: TrendValue): boolean => value !== null && n !== null && n < TOO_FEW;

/** A value as a chart draws it: of too few ratings it is a gap. */
export const drawnValue = (value: TrendValue): number | null => (isTooFew(value) ? null : value.value);

const ratersOf = ({ users, widened }: Pick<RaterRate, "users" | "widened">) => ({
  ...(users === undefined ? {} : { users }),
  ...(widened === undefined ? {} : { widened }),
});

/** A share as the rate that it is. */
export function toRate({ value, band, n, ...raters }: TrendValue): RaterRate {
  return value === null || band === null || n === null
    ? { value: null, n: n ?? 0, low: null, high: null, reason: "insufficient_data" }
    : { value, n, low: band[0], high: band[1], ...ratersOf(raters) };
}

/**
 * Over how many steps, up to each, the values of a trend are taken: 1, or a week of days (a day of hours) where the
 * middle step has too few to see a trend in and the window is long enough.
 */
export function stepsPooled<Point = Summary>(
  series: readonly (readonly Point[])[],
  measure: Measure<Point>,
  unit: TrendUnit,
): number {
  if (measure.kind !== "share" && measure.kind !== "mean") return 1;
  const counts = series
    .flatMap((points) => points.map((point) => measure.of(point)[1]))
    .filter((n) => n > 0)
    .toSorted((a, b) => a - b);
  const long = (series[0]?.length ?? 0) >= 2 * POOL[unit];
  return long && (counts[Math.floor(counts.length / 2)] ?? THIN) < THIN ? POOL[unit] : 1;
}

/**
 * The values of a series as it is drawn: of each step after the `lead` before the window, or of the `pooled` steps up to
 * it. This and {@link stepsPooled} are the one rule by which rates are pooled over time.
 */
export function pooledValues<Point = Summary>(
  points: readonly Point[],
  { lead, pooled, measure }: { lead: number; pooled: number; measure: Measure<Point> },
): TrendValue[] {
  return points.slice(lead).map((_, index) => {
    const end = lead + index + 1;
    return valueOver(points.slice(Math.max(0, end - pooled), end), measure);
  });
}

/** How many days before its window a trend must know, so that its first values can be pooled as well. */
export const leadDays = (measure: Pick<Measure, "kind">, unit: TrendUnit): number =>
  measure.kind !== "share" && measure.kind !== "mean" ? 0 : unit === "day" ? POOL.day - 1 : 1;

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
