import { describe, expect, it } from "vitest";
import { rankPassages } from "./passages.ts";

const mark = (quote: string, category: string | null = null, interactionId = "a") => ({
  quote,
  category,
  interactionId,
});

describe("rankPassages", () => {
  it("gathers the same words whatever their case, spaces and marks, and shows them as they were marked last", () => {
    const ranked = rankPassages([
      mark("Thirty days.", "inaccurate", "new"),
      mark("No refund", "wrong_tone"),
      mark("“thirty  days”", "inaccurate", "old"),
    ]);
    expect(ranked[0]).toEqual({
      quote: "Thirty days.",
      count: 2,
      categories: [{ category: "inaccurate", count: 2 }],
      interactionId: "new",
    });
    expect(ranked).toHaveLength(2);
  });

  it("ranks the categories of a passage, of which there may be none", () => {
    const marks = [mark("x y", "b"), mark("x y", "a"), mark("x y", "a"), mark("z")];
    expect(rankPassages(marks).map(({ categories }) => categories)).toEqual([
      [
        { category: "a", count: 2 },
        { category: "b", count: 1 },
      ],
      [],
    ]);
  });

  it("tells passages of marks alone from each other", () => {
    expect(rankPassages([mark("!!"), mark("?!")])).toHaveLength(2);
  });

  it("has nothing to rank where nothing was marked", () => expect(rankPassages([])).toEqual([]));
});
