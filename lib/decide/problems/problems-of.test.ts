import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { belowThreshold } from "./problems-of.ts";

const row = (name: string, up: number, n: number) => ({ name, positive: rate(up, n) });
const named = (rows: ReturnType<typeof row>[]) =>
  belowThreshold(rows, { threshold: 0.5, least: 10 }).map(({ name }) => name);

it.each([
  ["a rate whose interval is under the threshold", row("a", 1, 10), ["a"]],
  ["a rate of nothing", row("a", 0, 10), ["a"]],
  ["a rate under the threshold whose interval reaches it", row("a", 3, 10), []],
  ["a rate just under the threshold of many", row("a", 49_970, 100_000), []],
  ["a rate surely under it of many", row("a", 49_600, 100_000), ["a"]],
  ["a rate at the threshold", row("a", 5, 10), []],
  ["a rate over it", row("a", 6, 10), []],
  ["too few ratings", row("a", 0, 9), []],
  ["no rating", row("a", 0, 0), []],
])("of %s", (_, given, expected) => expect(named([given])).toEqual(expected));

it("puts the lowest first and, of equal ones, the one with more ratings", () => {
  expect(named([row("a", 2, 20), row("b", 0, 10), row("c", 4, 40), row("d", 40, 41)])).toEqual([
    "b",
    "c",
    "a",
  ]);
});
