import { describe, expect, it } from "vitest";
import {
  advanceProblem,
  openProblem,
  type ProblemEvent,
  problemStates,
} from "#lib/domain/problem-lifecycle.ts";
import { figureWords, type PersonStep, problemViews, stepsFrom, stepWords } from "./problem-words.ts";

const problem = { n: 180, bad: 84, dispersion: 1.2, category: null, usual: 0.2 };

it("says how much is bad, how sure that is, and what was usual", () => {
  expect(figureWords(problem)).toBe("46.7% of 180 thumbs are down (38.9–54.6%); 20.0% were usual");
  expect(figureWords({ ...problem, category: "too_long" })).toBe(
    "46.7% of 180 thumbs are down as “Too long” (38.9–54.6%); 20.0% were usual",
  );
});

it("has a view for each state, once", () => {
  expect(problemViews.flatMap(({ states }) => [...states]).sort()).toEqual([...problemStates].sort());
});

it("says what the data said", () => {
  const step = { link: null, kind: "seen_worse" } as const;
  expect(stepWords({ ...step, from: "fixed", to: "regressed" })).toBe("The fix did not work");
  expect(stepWords({ ...step, from: "verified", to: "regressed" })).toBe("Back again");
  expect(stepWords({ ...step, kind: "seen_usual", from: "fixed", to: "verified" })).toBe("The fix worked");
});

describe("steps that are offered", () => {
  const now = new Date("2026-11-30T12:00:00Z");
  const events: Record<PersonStep, ProblemEvent> = {
    start: { kind: "start", owner: "Ada" },
    link: { kind: "link", link: { kind: "experiment", experiment: "e" } },
    snooze: { kind: "snooze", until: new Date("2026-12-30T12:00:00Z") },
    ...{ stop: { kind: "stop" }, ship: { kind: "ship" }, reopen: { kind: "reopen" } },
  };

  it.each(problemStates)("are possible where a problem is %s", (state) => {
    for (const step of stepsFrom[state])
      expect(advanceProblem({ ...openProblem(), state }, events[step], now)).toMatchObject({ changed: true });
  });
});
