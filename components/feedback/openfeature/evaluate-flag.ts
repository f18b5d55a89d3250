import { assignVariant } from "../prompts/assignment.ts";
import type { Flag } from "./flag.ts";

/** What a flag comes to for somebody, before its variant has a value. */
export type Evaluated =
  /** Assigned by the experiment: whoever gets this is exposed. */
  | { variant: string; reason: "SPLIT" }
  /** The winner of an experiment that was decided: everybody gets it. */
  | { variant: string; reason: "STATIC" }
  /** Outside of the experiment's traffic, or no experiment runs: the default that the code names. */
  | { variant: null; reason: "DEFAULT" | "DISABLED" }
  /** An experiment runs, and nobody was named to assign. */
  | "unit_missing";

/**
 * Evaluates a flag. Only a running experiment assigns; a paused one gives everybody the default, as a prompt's label does.
 * @param unit who is assigned: the targeting key.
 */
export function evaluateFlag(flag: Flag, unit: string | undefined): Evaluated {
  if (flag.state === "promoted" && flag.winner !== null) return { variant: flag.winner, reason: "STATIC" };
  if (flag.state !== "running") return { variant: null, reason: "DISABLED" };
  if (unit === undefined || unit === "") return "unit_missing";
  const variant = assignVariant(flag, unit);
  return variant === null ? { variant, reason: "DEFAULT" } : { variant, reason: "SPLIT" };
}
