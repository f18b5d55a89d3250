import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { rateDifference } from "#lib/domain/rate-difference.ts";
import { againstReference } from "./against-reference.ts";

const row = (name: string, up: number, thumbs: number, answers = 1000) => ({
  name,
  positive: rate(up, thumbs),
  responseRate: rate(thumbs, answers),
});

describe("againstReference", () => {
  it("has nothing to compare where there is nothing", () => expect(againstReference([])).toEqual([]));

  it("makes a lone row the reference", () => {
    expect(againstReference([row("a", 0, 0)])).toMatchObject([
      { isReference: true, difference: null, doubtful: false },
    ]);
  });

  it("compares with the row that has most thumbs, and keeps the order", () => {
    const rows = [row("a", 48, 80), row("b", 56, 70), row("c", 100, 200)];
    const compared = againstReference(rows);
    expect(compared.map(({ name, isReference }) => [name, isReference])).toEqual([
      ["a", false],
      ["b", false],
      ["c", true],
    ]);
    expect(compared[1]?.difference).toEqual(rateDifference(rate(56, 70), rate(100, 200)));
  });

  it("compares with the row that is asked for, as Newcombe publishes", () => {
    const [first] = againstReference([row("a", 56, 70), row("b", 48, 80)], ({ name }) => name === "b");
    expect(first?.difference?.low).toBeCloseTo(0.0524, 4);
    expect(first?.difference?.high).toBeCloseTo(0.3339, 4);
  });

  it("compares with the usual one where the one that is asked for is not there", () => {
    const compared = againstReference([row("a", 1, 2), row("b", 1, 3)], () => false);
    expect(compared.find(({ isReference }) => isReference)?.name).toBe("b");
  });

  it("doubts what was rated by another share of users", () => {
    const [few, , alike] = againstReference([row("a", 20, 40), row("b", 100, 200), row("c", 90, 190)]);
    expect(few).toMatchObject({ doubtful: true, doubt: { own: { value: 0.04 }, reference: { value: 0.2 } } });
    expect(alike).toMatchObject({ doubtful: false, doubt: null });
  });

  it("says insufficient_data of a row without thumbs", () => {
    const [, none] = againstReference([row("a", 1, 2), row("b", 0, 0)]);
    expect(none?.difference).toMatchObject({ value: null, reason: "insufficient_data" });
  });
});
