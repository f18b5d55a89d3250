import { countWords, dayWords } from "../dashboard/words.ts";
import type { PointValue, PointView } from "./prepare-point.ts";
import type { TrendView } from "./prepare-trend.ts";
import { rangeWords, valueWords } from "./value-words.ts";

/** Decides what is said of one day of the trend: its rate with n and interval, and its interactions. */
export function prepareTrendPoint({ points, pooledDays }: TrendView, at: number): PointView {
  const point = points[at];
  if (!point) return { title: "", values: [], markers: [], href: null };
  const { value, band, n, ownValue, ownN } = point;
  const plain = (name: string, words: string, detail: string): PointValue => ({
    name,
    index: null,
    value: words,
    detail,
  });
  const rate = plain(
    pooledDays > 1 ? `Positive, ${pooledDays} days` : "Positive",
    valueWords(value, "percent"),
    band ? `${rangeWords(band, "percent")} · n = ${countWords(n)}` : "",
  );
  const alone = plain("This day alone", valueWords(ownValue, "percent"), `n = ${countWords(ownN)}`);
  const volume = plain("Interactions", countWords(point.interactions), `${countWords(point.rated)} rated`);
  return {
    title: dayWords(point.day, true),
    values: [rate, ...(ownValue === null ? [] : [alone]), volume],
    markers: [],
    href: null,
  };
}
