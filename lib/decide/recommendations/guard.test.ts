import { describe, expect, it } from "vitest";
import { type GuardInput, guardState, type RecordedRun } from "./guard.ts";

const run = (day: string, more: Partial<RecordedRun> = {}): RecordedRun => ({
  ...{ day: `2026-11-${day}`, recommendation: "switch", model: "b", current: "a", randomized: true },
  ...more,
});

const held: GuardInput = {
  ...{ allowedSince: "2026-11-01", current: "a", today: "2026-11-30", moves: [] },
  runs: [run("30"), run("29"), run("28")],
};

const moved = (day: string, from: string | null, to: string | null) => ({ day: `2026-11-${day}`, from, to });

describe("a switch that held", () => {
  it.each<[string, Partial<GuardInput>, object]>([
    ["is made", {}, { state: "switch", model: "b", runs: 3 }],
    ["is not where nobody allowed it", { allowedSince: null }, { state: "off" }],
    ["is not where the label stands for nothing", { current: null }, { state: "no_label" }],
    ["is not where the model is in use", { current: "b" }, { state: "idle" }],
    ["is not where the label was moved to a third model", { current: "c" }, { state: "idle" }],
    ["is not before today's run", { today: "2026-12-01" }, { state: "idle" }],
    ["is not without a run", { runs: [] }, { state: "idle" }],
    [
      "is not where today's run recommends none",
      { runs: [run("30", { recommendation: "keep", model: "a" }), ...held.runs.slice(1)] },
      { state: "idle" },
    ],
    [
      "is not without enough data",
      { runs: [run("30", { recommendation: "not_enough_data", model: null })] },
      { state: "idle" },
    ],
    [
      "is not where traffic was not randomized",
      { runs: [run("30", { randomized: false }), run("29"), run("28")] },
      { state: "not_randomized", model: "b" },
    ],
    [
      "counts only days of randomized traffic",
      { runs: [run("30"), run("29", { randomized: false }), run("28"), run("27")] },
      { state: "holding", model: "b", runs: 1, needed: 3 },
    ],
    [
      "waits for the third day",
      { runs: [run("30"), run("29")] },
      { state: "holding", model: "b", runs: 2, needed: 3 },
    ],
    [
      "begins anew after a day without a run",
      { runs: [run("30"), run("28"), run("27")] },
      { state: "holding", model: "b", runs: 1, needed: 3 },
    ],
    [
      "begins anew where another model was recommended in between",
      { runs: [run("30"), run("29", { model: "c" }), run("28")] },
      { state: "holding", model: "b", runs: 1, needed: 3 },
    ],
    [
      "counts no run from before it was allowed",
      { allowedSince: "2026-11-29" },
      { state: "holding", model: "b", runs: 2, needed: 3 },
    ],
    [
      "rests two weeks after a move",
      { moves: [moved("17", "c", "a")] },
      { state: "cooling_down", model: "b", until: "2026-12-01" },
    ],
    [
      "is made once it has rested",
      { moves: [moved("16", "c", "a")] },
      { state: "switch", model: "b", runs: 3 },
    ],
    [
      "is never made to a model that the label left, by hand or by itself",
      { moves: [moved("10", "b", "a"), moved("05", "a", "b")] },
      { state: "left_before", model: "b" },
    ],
    [
      "may be made to a model that it left before it was allowed",
      { allowedSince: "2026-11-11", moves: [moved("10", "b", "a")] },
      { state: "switch", model: "b", runs: 3 },
    ],
  ])("%s", (_, change, state) => expect(guardState({ ...held, ...change })).toEqual(state));
});

it("never goes back and forth, whatever is recommended", () => {
  let current = "a";
  const moves: { day: string; from: string; to: string }[] = [];
  const runs: RecordedRun[] = [];
  for (let at = 0; at < 365; at++) {
    const today = new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
    const other = current === "a" ? "b" : "a";
    runs.unshift({ day: today, recommendation: "switch", model: other, current, randomized: true });
    const guard = guardState({ allowedSince: "2026-01-01", current, today, runs, moves });
    if (guard.state !== "switch") continue;
    moves.unshift({ day: today, from: current, to: guard.model });
    current = guard.model;
  }
  expect(moves).toEqual([{ day: "2026-01-03", from: "a", to: "b" }]);
});
