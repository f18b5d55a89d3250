import { describe, expect, it } from "vitest";
import { editSize, wordEdits } from "./word-edits.ts";

describe("wordEdits", () => {
  it("tells kept, removed and added words apart", () =>
    expect(wordEdits("The quick fox", "The slow fox")).toEqual([
      { kind: "kept", text: "The " },
      { kind: "removed", text: "quick" },
      { kind: "added", text: "slow" },
      { kind: "kept", text: " fox" },
    ]));

  it("is one kept stretch where nothing changed", () =>
    expect(wordEdits("Same.", "Same.")).toEqual([{ kind: "kept", text: "Same." }]));

  it("puts the texts together again", () => {
    const [before, after] = ["One two\nthree  four", "One 2\nthree four five"];
    const edits = wordEdits(before, after) ?? [];
    const join = (dropped: string) =>
      edits
        .filter(({ kind }) => kind !== dropped)
        .map(({ text }) => text)
        .join("");
    expect(join("added")).toBe(before);
    expect(join("removed")).toBe(after);
  });
});

describe("editSize", () => {
  it("counts words, not stretches", () =>
    expect(
      editSize([
        { kind: "kept", text: "a b c" },
        { kind: "added", text: "two words" },
        { kind: "removed", text: " one " },
      ]),
    ).toEqual({ added: 2, removed: 1 }));
});
