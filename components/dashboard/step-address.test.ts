import { expect, it } from "vitest";
import { stepAddress } from "./step-address.ts";

it.each([
  [
    "a day with the page's filters, instead of its window",
    "2026-11-03",
    { base: "/demo", search: { days: "90", feature: "search", metric: "cost" }, unit: "day", tz: "UTC" },
    "/demo/interactions?feature=search&from=2026-11-03&to=2026-11-03",
  ],
  [
    "the local day of an hour",
    "2026-11-03T20:00:00.000Z",
    { base: "/demo", search: {}, unit: "hour", tz: "Asia/Kathmandu" },
    "/demo/interactions?from=2026-11-04&to=2026-11-04",
  ],
] as const)("leads to %s", (_, at, page, address) => expect(stepAddress(at, page)).toBe(address));

it("asks for more where there is more to ask", () =>
  expect(
    stepAddress("2026-11-03", { base: "/demo", search: {}, unit: "day", tz: "UTC" }, { rating: "down" }),
  ).toBe("/demo/interactions?from=2026-11-03&to=2026-11-03&rating=down"));
