import { expect, it } from "vitest";
import { toSelector } from "./selector.ts";

const long = "0123456789".repeat(10);

it.each([
  ["a word", "one two three", [4, 7], { exact: "two", prefix: "one ", suffix: " three" }, [4, 7]],
  ["all of it", "one", [0, 3], { exact: "one" }, [0, 3]],
  [
    "white space at its ends",
    "one  two\n three",
    [3, 10],
    { exact: "two", prefix: "one  ", suffix: "\n three" },
    [5, 8],
  ],
  [
    "32 characters on either side",
    long,
    [50, 52],
    { exact: "01", prefix: long.slice(18, 50), suffix: long.slice(52, 84) },
    [50, 52],
  ],
  ["half of a pair, made whole", "a🙂b", [2, 4], { exact: "🙂b", prefix: "a" }, [1, 4]],
  ["the other half, made whole", "a🙂b", [0, 2], { exact: "a🙂", suffix: "b" }, [0, 3]],
] as const)("selectorOf: %s", (_, text, [start, end], quote, [from, to]) => {
  expect(toSelector(text, { start, end })).toEqual({ quote, position: { start: from, end: to } });
});

it("does not cut surrogate pairs at the far ends of the context", () => {
  const text = `${"🙂".repeat(20)}.x.${"🙂".repeat(20)}`;
  const selector = toSelector(text, { start: 41, end: 42 });
  expect(selector?.quote.prefix).toBe(`${"🙂".repeat(15)}.`);
  expect(selector?.quote.suffix).toBe(`.${"🙂".repeat(15)}`);
});

it.each([
  ["nothing", 3, 3],
  ["white space", 3, 5],
])("ignores %s", (_, start, end) => {
  expect(toSelector("one  two", { start, end })).toBeNull();
});
