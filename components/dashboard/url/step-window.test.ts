import { expect, it } from "vitest";
import { listTarget } from "./figure-population.ts";
import { stepWindow } from "./step-window.ts";

const page = { base: "/demo", search: { days: "90", feature: "search", metric: "cost" } };

it.each([
  [
    "a day with the page's filters, instead of its window",
    stepWindow("2026-11-03", "day", "UTC"),
    "feature=search&from=2026-11-03&to=2026-11-03",
  ],
  [
    "the week that a day's value is of",
    stepWindow("2026-11-03", "day", "UTC", 7),
    "feature=search&from=2026-10-28&to=2026-11-03",
  ],
  [
    "an hour of a local day",
    stepWindow("2026-11-03T20:00:00.000Z", "hour", "Asia/Kathmandu"),
    "feature=search&from=2026-11-04&to=2026-11-04&since=2026-11-03T20%3A00%3A00.000Z&until=2026-11-03T21%3A00%3A00.000Z",
  ],
  [
    "the day of hours that an hour's value is of",
    stepWindow("2026-11-03T20:00:00.000Z", "hour", "UTC", 24),
    "feature=search&from=2026-11-02&to=2026-11-03&since=2026-11-02T21%3A00%3A00.000Z&until=2026-11-03T21%3A00%3A00.000Z",
  ],
])("leads to %s", (_, window, query) => {
  expect(listTarget(page, { window }, 4)).toEqual({
    href: `/demo/interactions?${query}`,
    count: 4,
    unit: "interactions",
  });
});
