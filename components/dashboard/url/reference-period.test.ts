import { expect, it } from "vitest";
import { referenceKind, referencePeriod } from "./reference-period.ts";

it.each([
  [{}, "previous"],
  [{ compare: "previous" }, "previous"],
  [{ compare: "baseline" }, "baseline"],
  [{ compare: "off" }, null],
  [{ compare: "x" }, "previous"],
])("%j compares with %s", (search, kind) => expect(referenceKind(search)).toBe(kind));

it("is the same length just before, or 90 days", () => {
  const period = { from: "2026-11-01", to: "2026-11-07", preset: 7, days: 7 };
  expect(referencePeriod("previous", period)).toEqual({ from: "2026-10-25", to: "2026-10-31" });
  expect(referencePeriod("baseline", period)).toEqual({ from: "2026-08-03", to: "2026-10-31" });
});
