import { describe, expect, it } from "vitest";
import { linkWithFilters, windowAddress } from "./link-with-filters.ts";

describe("keptAddress", () => {
  it.each([
    ["keeps window and filters", { days: "7", model: "m" }, {}, "/p/x?days=7&model=m"],
    ["leaves behind what belongs to the page", { rating: "up", cursor: "c" }, {}, "/p/x"],
    ["adds its own", { feature: "f" }, { category: "too_long" }, "/p/x?feature=f&category=too_long"],
    ["lets its own win", { feature: "f" }, { feature: "g" }, "/p/x?feature=g"],
    [
      "keeps cohorts, prompts and the comparison",
      { tenant: "acme", compare: "off", prompt_template: "t" },
      {},
      "/p/x?compare=off&prompt_template=t&tenant=acme",
    ],
    [
      "keeps a cohort beside a model of its own, and a model beside a cohort",
      { segment: "s", prompt_version: "2" },
      { model: "m", tenant: "acme" },
      "/p/x?prompt_version=2&segment=s&model=m&tenant=acme",
    ],
    ["lets dates of its own win over days", { days: "7" }, { from: "a", to: "b" }, "/p/x?from=a&to=b"],
    [
      "keeps that a version is lacking",
      { none: "prompt_version" },
      { feature: "f" },
      "/p/x?feature=f&none=prompt_version",
    ],
    [
      "lets a version of its own win over its lack, and its lack over a version",
      { none: "prompt_version", prompt_template: "t" },
      { prompt_version: "2", none: "prompt_template" },
      "/p/x?prompt_version=2&none=prompt_template",
    ],
  ])("%s", (_, search, more, address) => expect(linkWithFilters("/p/x", search, more)).toBe(address));
});

it("windowAddress keeps the window alone", () =>
  expect(windowAddress("/p", { days: "7", compare: "off", tenant: "acme", rating: "up" })).toBe(
    "/p?days=7&compare=off",
  ));
