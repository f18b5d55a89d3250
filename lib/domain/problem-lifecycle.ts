import { z } from "zod";
import { idSchema } from "./fields.ts";

/** Where problems stand. */
export const problemStates = [
  "open",
  "regressed",
  "fixing",
  "fixed",
  "verified",
  "snoozed",
  "faded",
] as const;

/** Where a problem stands. */
export type ProblemState = (typeof problemStates)[number];

/** What is meant to fix a problem. */
export const fixLinkSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("prompt_version"),
    template: idSchema.describe("The prompt."),
    version: idSchema.describe("Its version."),
  }),
  z.strictObject({ kind: z.literal("experiment"), experiment: idSchema }),
]);

/** What is meant to fix a problem. */
export type FixLink = z.infer<typeof fixLinkSchema>;

/** What is known of a problem. */
export interface TrackedProblem {
  state: ProblemState;
  /** Who works on it. */
  owner: string | null;
  /** What is to fix it. */
  link: FixLink | null;
  /** When what is to fix it was shipped last. */
  fixedAt: Date | null;
  snoozedUntil: Date | null;
}

/** Something that happens to a problem: people's steps, and what the data say. */
export type ProblemEvent =
  | { kind: "start"; owner: string; link?: FixLink }
  | { kind: "link"; link: FixLink }
  | { kind: "stop" }
  | { kind: "ship" }
  | { kind: "snooze"; until: Date }
  | { kind: "reopen" }
  /** The data are worse than usual again, or still. */
  | { kind: "seen_worse" }
  /** The data are as usual again. */
  | { kind: "seen_usual" }
  /** Time passed. */
  | { kind: "tick" };

/** A problem after an event, or why the event is impossible. */
export type Advance =
  | { changed: true; problem: TrackedProblem }
  | { changed: false; problem: TrackedProblem }
  | { refused: string };

/** A problem that was just found. */
export const openProblem = (): TrackedProblem => ({
  state: "open",
  owner: null,
  link: null,
  fixedAt: null,
  snoozedUntil: null,
});

/** States in which somebody may begin to fix a problem. */
const startable: readonly ProblemState[] = ["open", "regressed", "faded", "snoozed"];

/** What people do, with the states in which they can, and what else is said. */
const steps = {
  start: { from: startable, refusal: "Only a problem that nobody works on can be started." },
  link: {
    from: ["open", "fixing", "regressed", "snoozed", "faded"],
    refusal: "What fixes a problem is chosen before it is shipped.",
  },
  stop: { from: ["fixing"], refusal: "Only a fix that is being worked on can be stopped." },
  ship: {
    from: ["open", "fixing", "regressed", "snoozed", "faded"],
    refusal: "It was shipped already; reopen it first.",
  },
  snooze: {
    from: ["open", "regressed"],
    refusal: "Only an open problem can be snoozed.",
  },
  reopen: {
    from: ["fixed", "verified", "snoozed", "faded"],
    refusal: "It is open.",
  },
} as const satisfies Record<string, { from: readonly ProblemState[]; refusal: string }>;

/** A problem after an event. Events of the data change nothing where they say nothing new. */
export function advanceProblem(problem: TrackedProblem, event: ProblemEvent, now: Date): Advance {
  if (event.kind === "seen_worse" || event.kind === "seen_usual" || event.kind === "tick")
    return bySight(problem, event.kind, now);
  const { from, refusal }: { from: readonly ProblemState[]; refusal: string } = steps[event.kind];
  if (!from.includes(problem.state)) return { refused: refusal };
  switch (event.kind) {
    case "start":
      return to(problem, {
        ...{ state: "fixing", owner: event.owner, link: event.link ?? problem.link, snoozedUntil: null },
      });
    case "link":
      return to(problem, { link: event.link });
    case "stop":
      return to(problem, { state: problem.fixedAt ? "regressed" : "open", owner: null });
    case "ship":
      return to(problem, { state: "fixed", fixedAt: now, snoozedUntil: null });
    case "snooze":
      if (event.until <= now) return { refused: "A problem is snoozed until a time to come." };
      return to(problem, { state: "snoozed", snoozedUntil: event.until });
    case "reopen":
      return to(problem, { state: "open", snoozedUntil: null });
  }
}

const to = (problem: TrackedProblem, change: Partial<TrackedProblem>): Advance => ({
  changed: true,
  problem: { ...problem, ...change },
});

/** What the data, or time, make of a problem. */
function bySight(problem: TrackedProblem, kind: "seen_worse" | "seen_usual" | "tick", now: Date): Advance {
  const { state, snoozedUntil, fixedAt } = problem;
  if (kind === "tick")
    return state === "snoozed" && snoozedUntil !== null && snoozedUntil <= now
      ? to(problem, { state: fixedAt ? "regressed" : "open", snoozedUntil: null })
      : { changed: false, problem };
  if (kind === "seen_usual") {
    if (state === "fixed") return to(problem, { state: "verified" });
    // What went away by itself needs nobody; what somebody is working on is not over for that.
    if (state === "open" || state === "regressed") return to(problem, { state: "faded" });
    return { changed: false, problem };
  }
  if (state === "fixed" || state === "verified") return to(problem, { state: "regressed" });
  if (state === "faded") return to(problem, { state: fixedAt ? "regressed" : "open" });
  return { changed: false, problem };
}
