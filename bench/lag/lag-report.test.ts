import { expect, it } from "vitest";
import { lagReport, quantile } from "./lag-report.ts";

it("takes quantiles by nearest rank", () => {
  expect([0.5, 0.95, 1].map((share) => quantile([3, 1, 2, 4], share))).toEqual([2, 4, 4]);
});

it("says what a run came to", () => {
  const sightings = [{ lagMs: 2_000 }, { lagMs: 4_100 }];
  const run = { rate: 1_000, seconds: 10, stored: 9_990, sightings, reads: [5, 9], load: 1.5, cores: 2 };
  expect(lagReport(run).split("\n")).toEqual([
    "1000 events a second were due for 10 s; 999 a second were stored.",
    "From commit to counted (median, 95 %, longest of 2): 2.0 s, 4.1 s, 4.1 s",
    "A read of the overview meanwhile (of 2): 5 ms, 9 ms, 9 ms",
    "Load of the machine: 1.5 on 2 cores, this run included.",
  ]);
});
