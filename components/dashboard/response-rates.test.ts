import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate";
import { differingResponse } from "./response-rates.ts";

const row = (name: string, rated: number, n: number) => ({ name, responseRate: rate(rated, n) });

it.each([
  ["nothing to compare", [], null],
  ["one row", [row("a", 5, 100)], null],
  ["shares that may be the same", [row("a", 10, 100), row("b", 14, 100)], null],
  ["a row without answers", [row("a", 10, 100), row("b", 0, 0)], null],
])("says nothing of %s", (_, rows, words) => expect(differingResponse(rows)).toBe(words));

it("names the two rows whose users answered most and least", () => {
  const words = differingResponse([row("a", 100, 1000), row("b", 300, 1000), row("c", 20, 1000)]);
  expect(words).toMatch(/^Users of b rated 30\.0% of their answers, those of c 2\.0%\./);
});
