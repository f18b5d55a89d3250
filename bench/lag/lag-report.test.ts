import { expect, it } from "vitest";
import { lagReport, quantile } from "./lag-report.ts";

it("takes quantiles by nearest rank", () => {
  expect([0.5, 0.95, 1].map((share) => quantile([3, 1, 2, 4], share))).toEqual([2, 4, 4]);
});

it("reports the results of a run", () => {
  const sightings = [{ lagMs: 2_000 }, { lagMs: 4_100 }];
  const run = { rate: 1_000, seconds: 10, stored: 9_990, sightings, reads: [5, 9], load: 1.5, cores: 2 };
  expect(lagReport(run).split("\n")).toEqual([
    "Target: 1000 events per second for 10 s. Stored: 999 per second.",
    "Commit to counted (median, 95th percentile, maximum of 2): 2.0 s, 4.1 s, 4.1 s",
    "Reads of the overview (median, 95th percentile, maximum of 2): 5 ms, 9 ms, 9 ms",
    "Machine load: 1.5 on 2 cores, including this run.",
  ]);
});
