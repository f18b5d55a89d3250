import { expect, it } from "vitest";
import { poolLimits } from "./off-thread.ts";

it.each([
  ["one process on two cores", 1, 2, 2],
  ["one process on many", 1, 64, 4],
  ["two processes on six", 2, 6, 2],
  ["two processes on sixteen", 2, 16, 4],
  ["more processes than cores", 8, 4, 2],
])("has threads for %s", (_, processes, cores, threads) => {
  expect(poolLimits(processes, cores)).toMatchObject({ threads, waiting: 20_000_000 / processes });
});
