import {
  compactWords,
  costWords,
  countWords,
  durationWords,
  NONE,
  percentWords,
} from "../dashboard/words.ts";
import type { ValueFormat } from "./series-data.ts";

const decimal = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const short = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** A value as people read it; a dash where there is none. */
export function valueWords(value: number | null | undefined, format: ValueFormat): string {
  if (value === null || value === undefined) return NONE;
  if (format === "percent") return percentWords(value);
  if (format === "duration") return durationWords(value);
  if (format === "usd") return costWords(value);
  return format === "decimal" ? decimal.format(value) : countWords(value);
}

/** An interval as people read it: "67.0–72.2%". */
export function rangeWords([low, high]: readonly [number, number], format: ValueFormat): string {
  const from = valueWords(low, format);
  return `${format === "percent" ? from.slice(0, -1) : from}–${valueWords(high, format)}`;
}

/** A value as it stands at an axis, where there is little room. */
export function tickWords(value: number, format: ValueFormat): string {
  if (format === "percent") return percentWords(value).replace(".0%", "%");
  if (format === "duration") return value === 0 ? "0" : durationWords(value).replace(".0 s", " s");
  if (format === "usd") return value === 0 ? "$0" : costWords(value).replace(/\.00$/, "");
  return format === "decimal" ? short.format(value) : compactWords(value);
}
