import { expect, it } from "vitest";
import { type ExperimentStep, nextState } from "./next-state.ts";

const steps: ExperimentStep[] = ["start", "pause", "resume", "promote", "stop"];

it.each([
  ["draft", ["running", null, null, null, "stopped"]],
  ["running", [null, "paused", null, "promoted", "stopped"]],
  ["paused", [null, null, "running", "promoted", "stopped"]],
  ["promoted", [null, null, null, null, null]],
  ["stopped", [null, null, null, null, null]],
] as const)("from %s: start, pause, resume, promote and stop lead to %j", (state, reached) => {
  expect(steps.map((step) => nextState(state, step))).toEqual(reached);
});
