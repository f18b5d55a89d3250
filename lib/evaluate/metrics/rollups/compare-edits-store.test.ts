import { expect, it } from "vitest";
import { countTurns } from "#lib/platform/threads/testing/count-turns.ts";
import { compareEdits } from "./compare-edits-store.ts";

const words = (word: (index: number) => string) =>
  Array.from({ length: 50_000 }, (_, index) => word(index)).join(" ");
const answer = words((index) => `${index % 5_000}`);

it("compares 50,000 words while the event loop goes round", async () => {
  const edits = [
    { answer, correction: answer.replace("4999", "5000") },
    { answer, correction: words((index) => `${(50_000 - index) % 5_000}`) },
    { answer: "One two three", correction: "One two four" },
  ];
  const { turns, result } = await countTurns(compareEdits(edits, Number.POSITIVE_INFINITY));
  expect(result).toEqual([
    { distance: 1, kept: 0.99998, kinds: ["facts"] },
    { distance: null, kept: null, kinds: [] },
    { distance: 1, kept: 2 / 3, kinds: ["tone"] },
  ]);
  expect(turns).toBeGreaterThan(100);
});

it("begins none after its end", async () => {
  await expect(compareEdits([{ answer, correction: "One" }], 0)).resolves.toEqual([null]);
});
