import {
  formatCompact,
  formatCost,
  formatCount,
  formatDuration,
  formatPercent,
  NONE,
} from "../format/numbers.ts";
import { formatPoints, formatSigned } from "../format/signed.ts";
import type { ValueFormat } from "./series/series-data.ts";

const decimal = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const short = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** A value as people read it; a dash where there is none. */
export function formatValue(value: number | null | undefined, format: ValueFormat): string {
  if (value === null || value === undefined) return NONE;
  if (format === "percent") return formatPercent(value);
  if (format === "duration") return formatDuration(value);
  if (format === "usd") return formatCost(value);
  if (format === "points") return formatPoints(value);
  if (format === "signed") return formatSigned(value);
  return format === "decimal" ? decimal.format(value) : formatCount(value);
}

/** An interval as people read it: "67.0–72.2%". */
export function formatRange([low, high]: readonly [number, number], format: ValueFormat): string {
  const from = formatValue(low, format);
  if (format === "points" || format === "signed") return `${from} to ${formatValue(high, format)}`;
  return `${format === "percent" ? from.slice(0, -1) : from}–${formatValue(high, format)}`;
}

/** A value as an axis label, where there is little room. */
export function formatTick(value: number, format: ValueFormat): string {
  if (format === "percent") return formatPercent(value).replace(".0%", "%");
  if (format === "duration") return value === 0 ? "0" : formatDuration(value).replace(".0 s", " s");
  if (format === "usd") return value === 0 ? "$0" : formatCost(value).replace(/\.00$/, "");
  if (format === "points") return formatPoints(value).replace(/\.0$/, "");
  if (format === "signed") return formatSigned(value);
  return format === "decimal" ? short.format(value) : formatCompact(value);
}
