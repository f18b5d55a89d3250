import { describe, expect, it } from "vitest";
import { responseDoubt } from "#lib/decide/statistics/index.ts";
import { rate } from "#lib/domain/rate.ts";
import { type Place, preparePlaces } from "./prepare-places.ts";

const place = (featureName: string, rated: number, answers: number, modelName?: string): Place => ({
  featureName,
  modelName,
  responseRate: rate(rated, answers),
  positive: rate(0, rated),
});

const figureOf = ({ featureName }: Place, rating: "thumbs" | undefined, count: number) => ({
  href: `/of/${featureName}`,
  count,
  unit: rating ?? ("interactions" as const),
});

const view = (places: Place[]) =>
  preparePlaces(places, { all: rate(10, 100), doubt: responseDoubt, figureOf });

describe("preparePlaces", () => {
  it("draws the place that is rated most first, and those with too few answers last", () => {
    const { shown } = view([place("a", 10, 200), place("b", 30, 100), place("c", 4, 5)]);
    expect(shown.map(({ featureName }) => featureName)).toEqual(["b", "a", "c"]);
  });

  it("draws no more than twelve, and has all in the table", () => {
    const many = Array.from({ length: 20 }, (_, index) => place(`f${index}`, 1, 100));
    expect(view(many).shown).toHaveLength(12);
    expect(view(many).table.rows).toHaveLength(20);
  });

  it("leads from each number to what it counts", () => {
    const [cells = []] = view([place("a", 3, 10)]).table.rows;
    expect([cells[4], cells[8]]).toEqual([
      { text: "10", value: 10, figure: { href: "/of/a", count: 10, unit: "interactions" } },
      { text: "3", value: 3, figure: { href: "/of/a", count: 3, unit: "thumbs" } },
    ]);
  });

  it("has a column of models only where models are told apart", () => {
    const heads = (places: Place[]) => view(places).table.columns.map(({ head }) => head);
    expect(heads([place("a", 1, 10, "gpt")])).toContain("Model");
    expect(heads([place("a", 1, 10)])).not.toContain("Model");
  });

  it.each([
    [
      "differ by much",
      [place("a", 300, 1000, "gpt"), place("b", 100, 1000, "gpt")],
      "Response rates differ: 30.0% for a on gpt, 10.0% for b on gpt. Different people may be rating, so compare the positive rates with caution.",
    ],
    ["differ by little", [place("a", 110, 1000), place("b", 100, 1000)], null],
    ["differ by chance", [place("a", 3, 10), place("b", 1, 10)], null],
    ["are one", [place("a", 3, 10)], null],
    ["are none", [], null],
  ])("says so where the response rates %s", (_, places, words) => expect(view(places).doubt).toBe(words));
});
