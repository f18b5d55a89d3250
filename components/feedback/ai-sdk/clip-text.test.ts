import { expect, it } from "vitest";
import { clipText } from "./clip-text.ts";

it("leaves a text that fits unchanged", () => {
  const text = "é".repeat(100_000);
  expect(clipText(text)).toBe(text);
});

it.each([0, 1])("cuts the middle out of a longer one, never inside a character (%i)", (shift) => {
  const text = `${"a".repeat(shift)}${"😀".repeat(60_000)}`;
  const clipped = clipText(text);
  expect(clipped.length).toBeLessThanOrEqual(100_000);
  expect(clipped.isWellFormed()).toBe(true);
  expect(clipped).toMatch(/😀\n\[… 20\d\d\d( |\d ).*characters left out …\]\n😀/);
});
