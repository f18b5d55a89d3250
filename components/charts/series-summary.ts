import { countOf } from "../dashboard/words.ts";
import { pointWords } from "./point-words.ts";
import type { Series, SeriesData } from "./series-data.ts";
import { rangeWords, valueWords } from "./value-words.ts";

/** Lines that a summary goes through one by one; more would not be listened to. */
const MOST_LINES = 8;

/** A chart of lines in words: what it shows and from when to when; of each line the newest, highest and lowest value. */
export function seriesSummary(what: string, data: SeriesData): string {
  const { points, unit, tz, series } = data;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return `${what}: nothing to show.`;
  const span =
    first === last
      ? pointWords(first, unit, tz)
      : `${pointWords(first, unit, tz)} to ${pointWords(last, unit, tz)}`;
  const lines = series.slice(0, MOST_LINES).map((line) => lineWords(line, data));
  return [`${what}, ${span}.`, ...lines].join(" ");
}

function lineWords(line: Series, { points, unit, tz, format }: SeriesData): string {
  const known = line.values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  const newest = known.at(-1);
  if (!newest) return line.band ? bandWords(line, format) : `${line.name}: no value.`;
  const say = ({ value, at }: { value: number; at: number }) =>
    `${valueWords(value, format)} on ${pointWords(points[at] ?? "", unit, tz)}`;
  const sorted = known.toSorted((one, other) => one.value - other.value);
  const [lowest, highest] = [sorted[0] ?? newest, sorted.at(-1) ?? newest];
  const gaps = line.values.length - known.length;
  const n = line.n ? countsWords(line.n) : "";
  const extremes = lowest.value === highest.value ? "" : `, highest ${say(highest)}, lowest ${say(lowest)}`;
  const missing = gaps > 0 ? `, ${countOf(gaps, "gap")}` : "";
  return `${line.name}: latest ${say(newest)}${extremes}${n}${missing}.`;
}

const countsWords = (counts: readonly number[]): string =>
  `, n = ${counts.reduce((sum, count) => sum + count, 0).toLocaleString("en")} in all`;

function bandWords({ name, band = [] }: Series, format: SeriesData["format"]): string {
  const last = band.findLast((ends) => ends !== null);
  return last ? `${name}: latest ${rangeWords(last, format)}.` : `${name}: no value.`;
}
