import { describe, expect, it } from "vitest";
import { showDifference } from "./show-difference.ts";

describe("showDifference", () => {
  const before = Array.from({ length: 3_000 }, (_, index) => `word${index}`).join(" ");
  const after = before.replaceAll("0 ", "0x ");

  it("shows the beginning of a long one, and how much it is in all", () => {
    const shown = showDifference({ before, after, whole: false });
    expect(shown).toMatchObject({ added: 300, removed: 300, complete: false });
    expect(shown?.edits.length).toBeLessThanOrEqual(200);
    expect(JSON.stringify(shown).length).toBeLessThan(20_000);
  });

  it("shows all of it where that is asked for, with what was kept", () => {
    const shown = showDifference({ before, after, whole: true });
    expect(shown?.complete).toBe(true);
    const kept = shown?.edits.filter(({ kind }) => kind !== "added").map(({ text }) => text);
    expect(kept?.join("")).toBe(before);
  });

  it("is nothing where the texts have little in common", () => {
    const reversed = before.split(" ").reverse().join(" ");
    expect(showDifference({ before, after: reversed, whole: false })).toBeNull();
  });
});
