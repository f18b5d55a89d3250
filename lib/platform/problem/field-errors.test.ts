import { expect, it } from "vitest";
import { z } from "zod";
import { fieldErrors } from "./field-errors.ts";

const schema = z.strictObject({
  name: z.string(),
  kind: z.enum(["a", "b"]),
  count: z.int().min(1).max(9),
  items: z.array(z.strictObject({ id: z.string() })),
});
const fit = { name: "n", kind: "a", count: 1, items: [{ id: "i" }] };

it.each([
  [{ ...fit, name: undefined }, "name", "is required"],
  [{ ...fit, name: 1 }, "name", "must be a string"],
  [{ ...fit, kind: "c" }, "kind", 'must be "a" or "b"'],
  [{ ...fit, count: 0 }, "count", "must be at least 1"],
  [{ ...fit, count: 10 }, "count", "must be at most 9"],
  [{ ...fit, count: "1" }, "count", "must be a number"],
  [{ ...fit, extra: 1 }, "extra", "is not a known parameter"],
  [{ ...fit, items: [{ id: "i" }, { id: 2 }] }, "items.1.id", "must be a string"],
  [{ ...fit, items: [{ id: "i", other: 1 }] }, "items.0.other", "is not a known parameter"],
  [[], "(body)", "must be an object"],
])("%j: %s %s", (body, path, message) => {
  const parsed = schema.safeParse(body);
  expect(parsed.error && fieldErrors(parsed.error)).toEqual([{ path, message }]);
});

it("names no more than can be read", () => {
  const surprises = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`x${index}`, 1]));
  const parsed = schema.safeParse({ ...fit, ...surprises });
  const errors = parsed.error ? fieldErrors(parsed.error) : [];
  expect(errors).toHaveLength(21);
  expect(errors[0]).toEqual({ path: "x0", message: "is not a known parameter" });
  expect(errors.at(-1)).toEqual({ path: "(body)", message: "has 980 more errors" });
  const long = schema.safeParse({ ...fit, ["x".repeat(1_000)]: 1 });
  expect(long.error && fieldErrors(long.error)[0]?.path).toBe(`${"x".repeat(200)}…`);
});
