import { expect, it } from "vitest";
import { countTurns } from "#lib/platform/threads/testing/count-turns.ts";
import { recurringComments } from "./find-recurring.ts";

const comments = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    interactionId: `answer-${index}`,
    text:
      index < 2
        ? "It is too long"
        : Array.from({ length: 80 }, (_each, word) => `${index}w${word}`).join(" "),
  }));

it.each([10, 500])("finds what several of %i comments say", async (count) => {
  const { turns, result } = await countTurns(recurringComments(comments(count), 5));
  expect(result).toEqual([{ text: "It is too long", count: 2, interactionIds: ["answer-0", "answer-1"] }]);
  if (count > 50) expect(turns).toBeGreaterThan(20);
});
