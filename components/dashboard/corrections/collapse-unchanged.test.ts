import { describe, expect, it } from "vitest";
import { collapseUnchanged } from "./collapse-unchanged.ts";
import { wordEdits } from "./word-edits.ts";

const kept = (text: string) => ({ kind: "kept" as const, text });
const added = (text: string) => ({ kind: "added" as const, text });
const textOf = (edits: { text: string }[] | null) => (edits ?? []).map(({ text }) => text).join("|");

describe("foldKept", () => {
  it.each([
    ["nothing that is short", [kept("one "), added("two")], "one |two"],
    ["the beginning", [kept("one two three four five "), added("x")], " … five |x"],
    ["the end", [added("x"), kept(" one two three four five")], "x| one two … "],
    [
      "the middle",
      [added("x"), kept(" one two three four five six seven "), added("y")],
      "x| one two … seven |y",
    ],
    ["one endless word at a character", [added("x"), kept("a".repeat(40))], `x|${"a".repeat(10)} … `],
  ])("leaves out %s", (_, edits, folded) => expect(textOf(collapseUnchanged(edits, 10))).toBe(folded));

  it("keeps every change whole", () => {
    const before = `${"same ".repeat(50)}old ${"same ".repeat(50)}`;
    const edits = wordEdits(before, before.replace("old", "new and longer")) ?? [];
    const changes = (all: typeof edits) => all.filter(({ kind }) => kind !== "kept");
    expect(changes(collapseUnchanged(edits, 20))).toEqual(changes(edits));
  });
});
