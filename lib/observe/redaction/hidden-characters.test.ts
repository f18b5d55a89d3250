import { expect, it } from "vitest";
import { redactorFor } from "./index.ts";

const { text } = redactorFor({ enabled: true, skippedKinds: [], patterns: [] });

it.each([
  ["a non-joiner in a card", "4111\u200c1111\u200c1111\u200c1111", "[CARD]"],
  ["a joiner in an address", "ada\u200d@example.com", "[EMAIL]"],
  ["a mark of direction in a card", "4111\u200e1111\u200e1111\u200e1111", "[CARD]"],
  ["an invisible separator in a card", "4111\u20631111\u20631111\u20631111", "[CARD]"],
])("finds what %s would hide", (_, hidden, shown) => {
  expect(text(`it is ${hidden} now`)).toBe(`it is ${shown} now`);
});

it("handles very many finds in one text", () => {
  expect(text("a@b.co ".repeat(200_000))).toBe("[EMAIL] ".repeat(200_000));
});
