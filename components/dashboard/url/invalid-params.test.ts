import { expect, it } from "vitest";
import { invalidParams } from "./invalid-params.ts";

it.each([
  ["nothing of a good address", {}, [], []],
  [
    "dates that cannot be read",
    { from: "x", to: "2026-01-01" },
    [],
    ["“x” in the address is no date like 2026-11-01. The last 30 days are shown instead."],
  ],
  [
    "filters that the page does not count by",
    {},
    ["tenant"] as const,
    ["Tenant left out: this page does not count by it."],
  ],
])("tells of %s", (_, search, leftOut, faults) => {
  expect(invalidParams(search, leftOut)).toEqual(faults);
});
