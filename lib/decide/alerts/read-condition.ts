import type { Outcome, Reading } from "#lib/domain/alert.ts";
import type { AlertCondition, AlertRule } from "#lib/domain/alert-rule.ts";
import { evidenceNeeded, type Rise } from "../problems/index.ts";

/** The numbers behind a look, by the condition that judges them. */
export interface Observed {
  threshold: { value: number | null; n: number };
  change: {
    rise: Pick<Rise, "evidence">;
    /** The rule's share of the project's false alarms. */
    share: number;
    isFiring: boolean;
    /** The window; while the rule fires, what of it came since then. */
    recent: { n: number; bad: number; expected: number };
  };
  silence: { seen: number; expected: number };
  budget: { spent: number };
}

/** The part of a threshold by which a metric must come back, if the rule does not say. */
const BACK = 0.05;

/** The chance of a window without anything, above which silence may be chance. */
const SILENCE_CHANCE = 1e-4;

/** How much what is expected varies from day to day: by a third (see `findBursts`). */
const SILENCE_SHAPE = 8;

/** Judges a threshold. */
function readThreshold(
  condition: AlertCondition & { type: "threshold" },
  minimum: number,
  { value, n }: Observed["threshold"],
): Reading {
  const against = condition.value;
  if (value === null || n < minimum) return { outcome: "no_data", value: null, n, against };
  const sign = condition.op === "above" ? 1 : -1;
  const recover = condition.recover ?? against - sign * Math.abs(against) * BACK;
  const isBad = sign * (value - against) > 0;
  const isGood = sign * (value - recover) <= 0;
  return { outcome: isBad ? "bad" : isGood ? "good" : "between", value, n, against };
}

/**
 * Judges a change: it comes by the evidence of `RiseDetector`, which needs no window, and is over when what came since is
 * nearer to what is usual than to what is told. All are shares of bad values.
 */
function readChange(
  { by }: AlertCondition & { type: "change" },
  minimum: number,
  { rise, share, isFiring, recent }: Observed["change"],
): Reading {
  const { n, bad, expected } = recent;
  const value = n === 0 ? null : bad / n;
  const against = n === 0 ? null : expected / n;
  const read = (outcome: Outcome): Reading => ({ outcome, value, n, against });
  const proved = rise.evidence >= evidenceNeeded(share);
  if (n < minimum) return read(proved ? "bad" : "no_data");
  if (!isFiring) return read(proved ? "bad" : "good");
  return read((bad - expected) / n < by / 2 ? "good" : "bad");
}

/** Judges silence: nothing came where that would be chance once in 10,000 windows, or less often. */
function readSilence({ seen, expected }: Observed["silence"]): Reading {
  const chance = (1 + expected / SILENCE_SHAPE) ** -SILENCE_SHAPE;
  const outcome = seen > 0 ? "good" : chance < SILENCE_CHANCE ? "bad" : "between";
  return { outcome, value: seen, n: seen, against: expected };
}

/** Judges a budget. */
function readBudget(
  { usd, at }: AlertCondition & { type: "budget" },
  { spent }: Observed["budget"],
): Reading {
  const outcome = spent >= usd * at ? "bad" : "good";
  return { outcome, value: spent, n: 1, against: usd * at };
}

/** Judges what a rule sees. `observed` must be of the condition's type. */
export function readCondition(
  { condition, minimum }: Pick<AlertRule, "condition" | "minimum">,
  observed: Partial<Observed>,
): Reading {
  const need = <Kind extends keyof Observed>(kind: Kind): Observed[Kind] => {
    const found = observed[kind];
    if (!found) throw new Error(`A rule with the condition ${kind} was given no numbers for it.`);
    return found as Observed[Kind];
  };
  switch (condition.type) {
    case "threshold":
      return readThreshold(condition, minimum, need("threshold"));
    case "change":
      return readChange(condition, minimum, need("change"));
    case "silence":
      return readSilence(need("silence"));
    case "budget":
      return readBudget(condition, need("budget"));
  }
}
