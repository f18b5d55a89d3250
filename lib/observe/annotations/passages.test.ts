import { describe, expect, it } from "vitest";
import { rankPassages } from "./passages.ts";

const mark = (
  quote: string,
  category: string | null = null,
  interactionId = "a",
  rater: string | null = null,
) => ({
  quote,
  category,
  interactionId,
  rater,
});

describe("rankPassages", () => {
  it("groups the same words whatever their case, spacing and punctuation, and shows the latest version", () => {
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

  it("ranks the categories of a passage, which may have none", () => {
    const marks = [mark("x y", "b"), mark("x y", "a"), mark("x y", "a"), mark("z")];
    expect(rankPassages(marks).map(({ categories }) => categories)).toEqual([
      [
        { category: "a", count: 2 },
        { category: "b", count: 1 },
      ],
      [],
    ]);
  });

  it("counts users, not highlights: many by one device rank below a passage that more users highlighted", () => {
    const flood = Array.from({ length: 80 }, (_, index) => mark("flood", "wrong", `of ${index}`, "device:x"));
    const real = ["1", "2", "3"].map((user) => mark("real", "wrong", "a", `user:${user}`));
    expect(rankPassages([...flood, ...real])).toMatchObject([
      { quote: "real", count: 3, categories: [{ category: "wrong", count: 3 }] },
      { quote: "flood", count: 1, categories: [{ category: "wrong", count: 1 }] },
    ]);
  });

  it("counts an unknown rater as one user per answer", () => {
    const marks = ["a", "a", "b"].map((answer) => mark("x", null, answer, "token"));
    expect(rankPassages(marks)).toMatchObject([{ count: 2 }]);
  });

  it("distinguishes passages that only consist of punctuation", () => {
    expect(rankPassages([mark("!!"), mark("?!")])).toHaveLength(2);
  });

  it("is empty without highlights", () => expect(rankPassages([])).toEqual([]));
});
