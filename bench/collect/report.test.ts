import { expect, test } from "vitest";
import type { Findings } from "./bench.ts";
import { readOptions } from "./options.ts";
import { report } from "./report.ts";

const round = (eventsPerSecond: number) => ({
  eventsPerSecond,
  requestsPerSecond: eventsPerSecond,
  p50: 5,
  p99: 9,
  micros: { server: 80, load: 20, postgres: 60 },
  machineBusy: 0.9,
});

const findings: Findings = {
  machine: { lines: ["a machine"], busyBefore: 0.02 },
  rows: 100_000,
  series: [
    { id: "a", label: "a rating", rounds: [round(9_000), round(8_000), round(10_000)] },
    { id: "dRating", label: "the obvious", rounds: [round(2_000)] },
    { id: "fInsert", label: "the limit", rounds: [{ eventsPerSecond: 20_000 }] },
  ],
  autocannon: {},
  steady: {},
  busy: {},
  peakMemory: { a: 300e6 },
};
const options = readOptions(["--rounds", "3"]);

/** The cells of the line that begins so. */
const cells = (page: string, start: string) =>
  page
    .split("\n")
    .find((line) => line.startsWith(`| ${start}`))
    ?.split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

test("a line has medians with their range, ratios to the obvious and the limit, and the peak of memory", () => {
  const line = cells(report([findings], options), "(a) a rating");
  expect(line?.slice(1, 5)).toEqual(["9,000 (8,000–10,000)", "9,000 (8,000–10,000)", "4.5", "0.45"]);
  expect(line?.slice(7)).toEqual(["300", "80", "60", "20", "90 %"]);
});

test("a loop without requests has rows a second and nothing else", () => {
  expect(cells(report([findings], options), "(f) the limit")?.slice(1)).toEqual([
    "20,000",
    "–",
    "–",
    "1.0",
    ...Array.from({ length: 7 }, () => "–"),
  ]);
});

test("goals say what was reached, and what this run cannot tell", () => {
  const page = report([findings], options);
  expect(cells(page, "(a) a rating at least")?.slice(1)).toEqual(["4.50 ×", "reached"]);
  expect(cells(page, "(c) an answer at least")?.slice(1)).toEqual(["not measured", "not told by this run"]);
});

test("each length of the tables has a part of its own", () => {
  const page = report([findings, { ...findings, rows: 5_000_000 }], options);
  expect(page).toContain("with 100,000 rows in each table");
  expect(page).toContain("with 5,000,000 rows in each table");
  expect(cells(page, "(a) a rating at 5,000,000 rows at most 15 %")?.slice(1)).toEqual(["0 %", "reached"]);
});

test("figures of a busy machine are not passed off as a result", () => {
  expect(report([findings], options)).not.toContain("kept this machine busy");
  const busy = { ...findings, machine: { lines: [], busyBefore: 0.6 } };
  expect(report([busy], options)).toContain("kept this machine busy");
});
