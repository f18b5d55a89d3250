import { BEYOND } from "#lib/domain/beyond.ts";
import { clockIn } from "#lib/domain/calendar.ts";
import type { Rate } from "#lib/domain/rate.ts";
import { capitalize } from "./capitalize.ts";

/** Fewer ratings than this say nothing that a person should read as a rate. */
export const TOO_FEW = 10;

/** The placeholder for a missing number. */
export const NONE = "–";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat("en", {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** 12345 → "12,345". */
export const formatCount = (count: number): string => whole.format(count);

/** 12345 → "12.3K", for where there is little room. */
export const formatCompact = (count: number): string => (count < 10_000 ? whole : compact).format(count);

/** 0.6966 → "69.7%". */
export const formatPercent = (share: number): string => percent.format(share);

/** The interval of a rate without repeating its sign: "67.0–72.2%". */
export const formatInterval = (low: number, high: number): string =>
  `${formatPercent(low).slice(0, -1)}–${formatPercent(high)}`;

/** A rate as one sentence for those who hear the page. */
export function rateSentence(rate: Rate, what: string): string {
  if (rate.value === null) return `No ${what}.`;
  if (rate.n < TOO_FEW) return `Not enough ${what} (n = ${rate.n}).`;
  return `${formatPercent(rate.value)} of ${formatCount(rate.n)} ${what}, 95% confidence interval ${formatInterval(rate.low, rate.high)}.`;
}

/** Milliseconds as people say them: "840 ms", "1.2 s", "2 min 5 s", "3 h 20 min". */
export function formatDuration(ms: number | null): string {
  if (ms === null) return NONE;
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${formatCount(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

/** US dollars, with as many places as a small amount needs. */
export const formatCost = (usd: number): string =>
  new Intl.NumberFormat("en", {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: usd !== 0 && Math.abs(usd) < 1 ? 5 : 2,
  }).format(usd);

/** 1 → "1 rating", 2 → "2 ratings". */
export const formatCountOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

// Written out, for server and browser may name months differently ("Sep", "Sept"), and the page would be drawn twice.
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A local date: "21 Nov", or with its year "21 Nov 2026". */
export function formatDay(day: string, withYear = false): string {
  const [year, month, date] = day.split("-").map(Number);
  const words = `${date} ${months[(month ?? 1) - 1]}`;
  return withYear ? `${words} ${year}` : words;
}

/** A moment in the reader's zone: "21 Nov 2026, 14:05". */
export function formatMoment(at: Date, tz: string): string {
  const [day = "", time = ""] = clockIn(tz, at).split("T");
  return `${formatDay(day, true)}, ${time}`;
}

/** Two local dates as a span: "1–31 Jan 2026". */
export function formatDateRange(from: string, to: string): string {
  const end = formatDay(to, true);
  if (from === to) return end;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${end}`;
  return `${formatDay(from, from.slice(0, 4) !== to.slice(0, 4))} – ${end}`;
}

/** Markdown as plain words, for an excerpt: without emphasis, headings and code marks. */
export const stripMarkdown = (markdown: string): string =>
  markdown.replace(/^\s*(#{1,6}|>)\s+/gm, "").replace(/\*\*|__|`+/g, "");

/** "too_long" → "Too long": a category as people read it. */
export function formatCategory(category: string): string {
  if (category === BEYOND) return "Other categories";
  const words = category.replace(/[_-]+/g, " ").trim();
  return words === "" ? category : capitalize(words);
}
