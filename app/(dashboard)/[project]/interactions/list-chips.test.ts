import { expect, it } from "vitest";
import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import { activeFilters } from "#components/dashboard/url/active-filters.ts";
import { parsePeriod } from "#components/dashboard/url/period.ts";
import { listChips } from "./list-chips.ts";
import { listFilter } from "./list-filter.ts";

const pageOf = (search: Record<string, string>) =>
  ({
    search,
    tz: "Asia/Kathmandu",
    period: parsePeriod(search, "Asia/Kathmandu", new Date("2026-11-30T00:00:00Z")),
    ...activeFilters(search),
  }) as unknown as ProjectPage;

const day = { from: "2026-11-03", to: "2026-11-04" };
const hours = { since: "2026-11-03T20:00:00.000Z", until: "2026-11-03T21:00:00.000Z" };

it("says all that a list is filtered by, each with what taking it away changes", () => {
  const search = {
    ...{ ...day, ...hours, feature: "f", prompt_template: "t", none: "prompt_version", tenant: "acme" },
    ...{ rating: "down", category: "too_long", with_category: "inaccurate", has: "cost", slow: "1000" },
    score: '["grade","session","good"]',
  };
  expect(listChips(pageOf(search)).map(({ label }) => label)).toEqual([
    "Feature: f",
    "Prompt version: t, no version",
    "Tenant: acme",
    "4 Nov 2026, 01:45 to 4 Nov 2026, 02:45",
    "Thumbs down",
    "Category: Too long",
    "With category: Inaccurate",
    "Score: grade (session): good",
    "1 s or more",
    "Has cost",
  ]);
  const changes = Object.assign({}, ...listChips(pageOf(search)).map((chip) => chip.changes));
  expect(Object.keys(changes).sort()).toEqual(
    Object.keys({ ...search, prompt_version: "" })
      .filter((name) => !(name in day))
      .sort(),
  );
});

it("has none where nothing is filtered", () => expect(listChips(pageOf({ days: "7" }))).toEqual([]));

it.each([
  ["hours within its days", hours, hours.since, hours.until],
  [
    "the days where hours lie outside of them",
    { since: "2026-10-03T20:00:00.000Z", until: hours.until },
    "2026-11-02T19:00:00.000Z",
    "2026-11-04T19:00:00.000Z",
  ],
  [
    "the days where hours cannot be read",
    { since: "x", until: "y" },
    "2026-11-02T19:00:00.000Z",
    "2026-11-04T19:00:00.000Z",
  ],
])("lists %s", (_, asked, from, to) => {
  const filter = listFilter(pageOf({ ...day, ...asked }));
  expect([filter.from?.toISOString(), filter.to?.toISOString()]).toEqual([from, to]);
});
