import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { type PairCount, preferenceShares } from "./pairs.ts";

const maker = (model: string, promptVersion = "v1") => ({ model, promptTemplate: "t", promptVersion });
const pair = (preferred: string, rejected: string, count: number, tie = false): PairCount => ({
  ...{ preferred: maker(preferred), rejected: maker(rejected), tie, count },
});

it("counts how often each maker was preferred and rejected, with ties separate on both sides", () => {
  const pairs = [pair("a", "b", 6), pair("b", "a", 2), pair("a", "b", 3, true), pair("c", "a", 1)];
  expect(preferenceShares(pairs, "model")).toEqual([
    { key: ["a"], preferred: 6, rejected: 3, ties: 3, share: rate(6, 9) },
    { key: ["b"], preferred: 2, rejected: 6, ties: 3, share: rate(2, 8) },
    { key: ["c"], preferred: 1, rejected: 0, ties: 0, share: rate(1, 1) },
  ]);
});

it("ignores comparisons of two answers by the same maker", () => {
  const own = { preferred: maker("a", "v2"), rejected: maker("a", "v1"), tie: false, count: 4 };
  expect(preferenceShares([own], "model")).toEqual([]);
  expect(preferenceShares([own], "prompt").map(({ key, preferred }) => [key, preferred])).toEqual([
    [["t", "v1"], 0],
    [["t", "v2"], 4],
  ]);
});
