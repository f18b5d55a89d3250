import { expect, it } from "vitest";
import { faultIn } from "./json-fault.ts";

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
