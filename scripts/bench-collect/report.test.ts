import { expect, test } from "vitest";
import type { Findings } from "./bench.ts";
import { readOptions } from "./options.ts";
import { report } from "./report.ts";

const round = (eventsPerSecond: number) => ({
  eventsPerSecond,
  requestsPerSecond: eventsPerSecond,
  p50: 5,
  p99: 9,
  micros: { server: 80, load: 20, rest: 60 },
  machineBusy: 0.9,
});

const findings: Findings = {
  machine: { lines: ["a machine"], busyBefore: 0.02 },
  series: [
    { id: "a", label: "one event a request", rounds: [round(9_000), round(8_000), round(10_000)] },
    { id: "d", label: "the obvious", rounds: [round(2_000)] },
    { id: "eInsert", label: "the limit", rounds: [{ eventsPerSecond: 20_000 }] },
  ],
  autocannon: {},
  steady: null,
  peakMemory: { a: 300e6 },
};
const options = readOptions(["--rounds", "3"]);
if (options === "help") throw new Error("nobody asked for help");

/** The cells of the line that begins so. */
const cells = (page: string, start: string) =>
  page
    .split("\n")
    .find((line) => line.startsWith(`| ${start}`))
    ?.split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

test("a line has medians with their range, ratios to the obvious and the limit, and the peak of memory", () => {
  const line = cells(report(findings, options), "(a) one event a request");
  expect(line?.slice(1, 5)).toEqual(["9,000 (8,000–10,000)", "9,000 (8,000–10,000)", "4.5", "0.45"]);
  expect(line?.slice(7)).toEqual(["300", "80", "20", "60", "90 %"]);
});

test("a loop without requests has rows a second and nothing else", () => {
  expect(cells(report(findings, options), "(e) the limit")?.slice(1)).toEqual([
    "20,000",
    "–",
    "10.0",
    "1.0",
    ...Array.from({ length: 7 }, () => "–"),
  ]);
});

test("goals say what was reached, and what this run cannot tell", () => {
  const page = report(findings, options);
  expect(cells(page, "(a) at least 4")).toEqual(["(a) at least 4 × (d)", "4.50 ×", "reached"]);
  expect(cells(page, "(c), the lesser")?.slice(1)).toEqual(["not measured", "not told by this run"]);
});

test("figures of a busy machine are not passed off as a result", () => {
  expect(report(findings, options)).not.toContain("kept this machine busy");
  const busy = { ...findings, machine: { lines: [], busyBefore: 0.6 } };
  expect(report(busy, options)).toContain("kept this machine busy");
});
