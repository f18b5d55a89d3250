import { expect, it } from "vitest";
import { invalidParams } from "./invalid-params.ts";

it.each([
  ["nothing of a good address", {}, [], []],
  [
    "dates that cannot be read",
    { from: "x", to: "2026-01-01" },
    [],
    ["“x” in the URL is not a date like 2026-11-01. Showing the last 30 days instead."],
  ],
  [
    "filters that the page does not count by",
    {},
    ["tenant"] as const,
    ["Tenant ignored: this page does not support this filter."],
  ],
])("tells of %s", (_, search, leftOut, faults) => {
  expect(invalidParams(search, leftOut)).toEqual(faults);
});
