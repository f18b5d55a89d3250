import { expect, it } from "vitest";
import { takeRoom } from "./take-room.ts";

it.each([
  ["short", 100, "short", 5],
  ["0123456789", 4, "0123", 4],
  // A line of ten takes a whole one, and so does an empty one.
  ["0123456789\nabc", 1_000, "0123456789\nabc", 83],
  ["a\n\nb", 160, "a\n\n", 160],
  ["a\n\nb", 161, "a\n\nb", 161],
])("of %j within %i is %j", (text, characters, beginning, room) => {
  expect(takeRoom(text, characters)).toEqual({ text: beginning, room });
});

it("leaves a hundred lines of a text that is nothing but line breaks", () => {
  expect(takeRoom("\n".repeat(100_000), 8_000).text).toBe("\n".repeat(100));
});
