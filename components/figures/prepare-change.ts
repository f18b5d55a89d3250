import type { Rate } from "#lib/domain/rate.ts";
import { rateDifference } from "#lib/domain/rate-difference.ts";
import { formatPercent, TOO_FEW } from "../format/numbers.ts";
import { type ReferenceKind, referenceNames } from "../format/reference.ts";

/** The change of a number against the comparison. */
export interface Change {
  /** "+3.2 pts", or why there is nothing to compare. */
  words: string;
  direction: "up" | "down" | "none";
  /** Better or worse, by an interval that excludes zero; absent where chance may explain it, or where neither is better. */
  tone?: "good" | "bad";
  /** The whole comparison in a sentence. */
  detail: string;
}

const nowhere = (reference: ReferenceKind) =>
  nothing("No earlier data", `No data in ${referenceNames[reference]}.`);

const nothing = (words: string, detail: string): Change => ({
  words,
  direction: "none",
  detail,
});

/** What is better, where something is. */
type Better = "higher" | "lower";

/** Whether a change is for the better, if its interval excludes zero and something is better. */
function changeTone(
  { low, high }: { low: number; high: number },
  better: Better | undefined,
): Pick<Change, "tone"> {
  if (better === undefined || (low <= 0 && high >= 0)) return {};
  return { tone: low > 0 === (better === "higher") ? "good" : "bad" };
}

/**
 * The change of a rate, in points with its interval. It is no verdict: a test that stays valid however often a page is
 * looked at is another one.
 */
export function rateChange(
  current: Rate,
  previous: Rate,
  reference: ReferenceKind = "previous",
  better?: Better,
): Change {
  const interval = rateDifference(current, previous);
  if (interval.value === null || current.value === null || previous.value === null) return nowhere(reference);
  if (current.n < TOO_FEW || previous.n < TOO_FEW)
    return nothing("Not enough data", `n = ${current.n} now, ${previous.n} in ${referenceNames[reference]}.`);
  const points = (current.value - previous.value) * 100;
  const before = `${formatPercent(previous.value)} of ${previous.n} in ${referenceNames[reference]}`;
  const range = `${signed(interval.low * 100)} to ${signed(interval.high * 100)} points (95% confidence interval)`;
  return {
    words: `${signed(points)} pts (${signed(interval.low * 100)} to ${signed(interval.high * 100)})`,
    direction: Math.abs(points) < 0.05 ? "none" : points > 0 ? "up" : "down",
    detail: `${before}; change: ${range}.`,
    ...changeTone(interval, better),
  };
}

/** The change of a count or a time, in percent of what it was. */
export function amountChange(
  current: number | null,
  previous: number | null,
  say: (amount: number) => string,
  reference: ReferenceKind = "previous",
): Change {
  if (current === null || previous === null || previous === 0) return nowhere(reference);
  const share = (current - previous) / previous;
  const percent = Math.round(share * 100);
  return {
    words:
      percent === 0 ? "no change" : `${percent > 0 ? "+" : "−"}${Math.abs(percent).toLocaleString("en")}%`,
    direction: percent === 0 ? "none" : percent > 0 ? "up" : "down",
    detail: `${say(previous)} in ${referenceNames[reference]}.`,
  };
}

/** +3.2, −0.4, 0.0: with a true minus sign. */
function signed(points: number): string {
  const text = Math.abs(points).toFixed(1);
  return text === "0.0" ? text : `${points > 0 ? "+" : "−"}${text}`;
}
