import { formatCountOf } from "#components/format/numbers.ts";
import { formatPoint } from "../format-point.ts";
import { formatRange, formatValue } from "../format-value.ts";
import type { Series, SeriesData } from "./series-data.ts";

/** Lines that a summary goes through one by one; more would not be listened to. */
const MOST_LINES = 8;

/** A chart of lines in words: what it shows and from when to when; of each line the newest, highest and lowest value. */
export function seriesSummary(what: string, data: SeriesData): string {
  const { points, unit, tz, series } = data;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return `${what}: no data.`;
  const span =
    first === last
      ? formatPoint(first, unit, tz)
      : `${formatPoint(first, unit, tz)} to ${formatPoint(last, unit, tz)}`;
  const lines = series.slice(0, MOST_LINES).map((line) => lineWords(line, data));
  return [`${what}, ${span}.`, ...lines].join(" ");
}

function lineWords(line: Series, { points, unit, tz, format }: SeriesData): string {
  const known = line.values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  const newest = known.at(-1);
  if (!newest) return line.band ? bandWords(line, format) : `${line.name}: no data.`;
  const say = ({ value, at }: { value: number; at: number }) =>
    `${formatValue(value, format)} on ${formatPoint(points[at] ?? "", unit, tz)}`;
  const sorted = known.toSorted((one, other) => one.value - other.value);
  const [lowest, highest] = [sorted[0] ?? newest, sorted.at(-1) ?? newest];
  const gaps = line.values.length - known.length;
  const n = line.n ? countsWords(line.n) : "";
  const extremes = lowest.value === highest.value ? "" : `, highest ${say(highest)}, lowest ${say(lowest)}`;
  const missing = gaps > 0 ? `, ${formatCountOf(gaps, "gap")}` : "";
  return `${line.name}: latest ${say(newest)}${extremes}${n}${missing}.`;
}

const countsWords = (counts: readonly number[]): string =>
  `, n = ${counts.reduce((sum, count) => sum + count, 0).toLocaleString("en")} in total`;

function bandWords({ name, band = [] }: Series, format: SeriesData["format"]): string {
  const last = band.findLast((ends) => ends !== null);
  return last ? `${name}: latest ${formatRange(last, format)}.` : `${name}: no data.`;
}
