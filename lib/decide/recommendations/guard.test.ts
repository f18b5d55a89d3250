import { describe, expect, it } from "vitest";
import { type GuardInput, guardState, type RecordedRun } from "./guard.ts";

const run = (day: string, more: Partial<RecordedRun> = {}): RecordedRun => ({
  ...{ day: `2026-11-${day}`, recommendation: "switch", model: "b", current: "a", randomized: true },
  ...more,
});

const at = (day: string, time = "12:00") => new Date(`2026-11-${day}T${time}Z`);

const held: GuardInput = {
  ...{ allowedSince: at("01"), current: "a", today: "2026-11-30", moves: [] },
  ...{ experiment: { state: "running", winner: null }, notComparable: [] },
  runs: [run("30"), run("29"), run("28")],
};

const moved = (day: string, from: string | null, to: string | null) => ({ at: at(day), from, to });

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
    ["is not where the experiment is gone", { experiment: null }, { state: "not_randomized", model: "b" }],
    ...(["paused", "stopped", "promoted"] as const).map((state): [string, Partial<GuardInput>, object] => [
      `is not where somebody decided otherwise about the experiment: ${state}`,
      { experiment: { state, winner: state === "promoted" ? "a" : null } },
      { state: "decided_otherwise", model: "b" },
    ]),
    [
      "is made where that model was promoted",
      { experiment: { state: "promoted", winner: "b" } },
      { state: "switch", model: "b", runs: 3 },
    ],
    [
      "is not where the cost is known of the current model alone",
      { notComparable: ["cost"] },
      { state: "not_comparable", model: "b", metrics: ["cost"] },
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
      { allowedSince: at("29") },
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
      { allowedSince: at("11"), moves: [moved("10", "b", "a")] },
      { state: "switch", model: "b", runs: 3 },
    ],
    [
      "may be made to a model that it left earlier on the day on which it was allowed",
      { allowedSince: at("11", "12:01"), moves: [moved("11", "b", "a")] },
      { state: "switch", model: "b", runs: 3 },
    ],
    [
      "is never made to a model that it left later on that day",
      { allowedSince: at("11", "11:59"), moves: [moved("11", "b", "a")] },
      { state: "left_before", model: "b" },
    ],
  ])("%s", (_, change, state) => expect(guardState({ ...held, ...change })).toEqual(state));
});

it("never goes back and forth, whatever is recommended", () => {
  let current = "a";
  const moves: { at: Date; from: string; to: string }[] = [];
  const allowedSince = new Date(Date.UTC(2026, 0, 1));
  const runs: RecordedRun[] = [];
  for (let day = 0; day < 365; day++) {
    const now = new Date(Date.UTC(2026, 0, 1 + day));
    const today = now.toISOString().slice(0, 10);
    const other = current === "a" ? "b" : "a";
    runs.unshift({ day: today, recommendation: "switch", model: other, current, randomized: true });
    const guard = guardState({ ...held, allowedSince, current, today, runs, moves });
    if (guard.state !== "switch") continue;
    moves.unshift({ at: now, from: current, to: guard.model });
    current = guard.model;
  }
  expect(moves).toEqual([{ at: new Date("2026-01-03"), from: "a", to: "b" }]);
});
