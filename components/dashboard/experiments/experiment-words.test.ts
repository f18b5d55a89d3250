import { expect, it } from "vitest";
import { nextState } from "#lib/act/experiments/next-state.ts";
import { experimentStateSchema } from "#lib/domain/experiment.ts";
import { durationWords, splitWords, stepsFrom, stepWords } from "./experiment-words.ts";

it.each(experimentStateSchema.options)(
  "an experiment that is %s offers exactly the steps that it can take",
  (state) => {
    const steps = (Object.keys(stepWords) as (keyof typeof stepWords)[]).filter((step) =>
      nextState(state, step),
    );
    expect(stepsFrom[state].toSorted()).toEqual(steps.toSorted());
  },
);

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 12));

it.each([
  [null, null, "Not started"],
  [at(20), null, "Started today"],
  [at(19), null, "Started 1 day ago"],
  [at(8), null, "Started 12 days ago"],
  [at(8), at(10), "Ran for 2 days"],
  [at(8), at(8), "Ran for less than a day"],
])("from %o to %o is %s", (startedAt, endedAt, words) =>
  expect(durationWords({ startedAt, endedAt }, at(20))).toBe(words),
);

it.each([
  [1, "a 50%, b 50% of all users"],
  [0.2, "a 50%, b 50% of 20% of users"],
])("a traffic of %d is said", (traffic, words) =>
  expect(splitWords({ traffic, weights: { b: 0.5, a: 0.5 } }, ["a", "b"])).toBe(words),
);
