import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { responseDoubts } from "./response-doubts.ts";

const row = (name: string, rated?: number) => ({
  name,
  doubt: rated === undefined ? null : { own: rate(rated, 1000), reference: rate(100, 1000) },
});

it.each([
  ["no row", []],
  ["rows without doubt", [row("a"), row("b")]],
])("says nothing of %s", (_, rows) => expect(responseDoubts(rows, "base")).toBeNull());

it.each([
  ["one", [row("a", 300), row("b")], "differ considerably from base: a (30.0% vs. 10.0%). Different people"],
  ["two", [row("a", 300), row("b", 20)], "a (30.0% vs. 10.0%) and b (2.0% vs. 10.0%). Different people"],
  [
    "many",
    [row("a", 300), row("b", 300), row("c", 300), row("d", 300), row("e", 300)],
    "c (30.0% vs. 10.0%), and 2 others. Different people",
  ],
])("names %s", (_, rows, words) => expect(responseDoubts(rows, "base")).toContain(words));
