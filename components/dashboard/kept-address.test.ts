import { describe, expect, it } from "vitest";
import { keptAddress, windowAddress } from "./kept-address.ts";

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
      "leaves a model and prompt behind that cannot stand beside its own cohort",
      { feature: "f", model: "m", prompt_version: "2", language: "de" },
      { tenant: "acme" },
      "/p/x?feature=f&tenant=acme",
    ],
    [
      "leaves a cohort behind that cannot stand beside its own model",
      { segment: "s" },
      { model: "m" },
      "/p/x?model=m",
    ],
  ])("%s", (_, search, more, address) => expect(keptAddress("/p/x", search, more)).toBe(address));
});

it("windowAddress keeps the window alone", () =>
  expect(windowAddress("/p", { days: "7", compare: "off", tenant: "acme", rating: "up" })).toBe(
    "/p?days=7&compare=off",
  ));
