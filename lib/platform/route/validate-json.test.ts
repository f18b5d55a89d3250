import { expect, it } from "vitest";
import { countFields, faultIn } from "./validate-json.ts";

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

it.each([
  ["plain values", { a: [1, "two", null, { b: true }] }, null],
  ["a pair of surrogates", { a: "😀" }, null],
  ["20 levels", nested(20), null],
  ["21 levels", nested(21), Array(20).fill("a").join(".")],
  ["a NUL in a text", { a: ["ok", "b\0d"] }, "a.1"],
  ["a NUL in a key", { "a\0": 1 }, "(body)"],
  ["half a surrogate pair", { a: { b: "\ud83d" } }, "a.b"],
  ["half a pair as the whole body", "\udc00", "(body)"],
])("a body with %s has its fault at %s", (_, body, path) => {
  expect(faultIn(body)?.path ?? null).toBe(path);
});

it("refuses a body of more values than there is time for", () => {
  expect(faultIn([...Array(500_001)].map(() => 1))?.message).toContain("500000 values");
});

it.each([
  ['{"a":1,"b":{"c":":","d":[{"e":"\\":"}]}}', 5],
  ['{"a\\"b":1, "c" : "\\\\", "d":":"}', 3],
  ['"a:b"', 0],
  ["[1,2]", 0],
  ['{"é":{"ü":1}}', 2],
])("counts the fields of %s", (json, fields) => {
  const bytes = new TextEncoder().encode(json);
  expect(countFields(bytes, 100)).toBe(fields);
  expect(countFields(bytes, 1)).toBe(Math.min(fields, 2));
});
