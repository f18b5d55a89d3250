import { describe, expect, it } from "vitest";
import { newestFirst, shippedDay } from "./known-improvements.ts";

const one = { improvement_id: "1", title: "One", shipped_at: "2026-01-05T10:00:00Z" };
const two = { improvement_id: "2", title: "Two", shipped_at: "2026-02-05T10:00:00Z" };
const undated = { improvement_id: "3", title: "Three", shipped_at: "soon" };

describe("newestFirst", () => {
  it.each<[string, unknown[], unknown[]]>([
    ["nothing", [], []],
    ["the newest before the older", [one, two], [two, one]],
    ["what has no date last", [undated, one], [one, undated]],
    ["a missing description", [{ ...one, description: null }], [{ ...one, description: null }]],
    ["what is no improvement left out", [null, 7, { title: "No id" }, { improvement_id: "4" }, one], [one]],
    [
      "what says nothing left out",
      [
        { ...one, title: " " },
        { ...one, description: {} },
      ],
      [],
    ],
  ])("%s", (_, found, expected) => {
    expect(newestFirst(found)).toEqual(expected);
  });
});

describe("shippedDay", () => {
  it.each([
    ["en", "January 5, 2026"],
    ["de", "5. Januar 2026"],
    ["ja", "2026年1月5日"],
    ["pt-BR", "5 de janeiro de 2026"],
  ])("in %s", (language, expected) => {
    expect(shippedDay("2026-01-05T12:00:00Z", language)).toBe(expected);
  });
  it("is null without a valid time", () => {
    expect(shippedDay("soon", "en")).toBeNull();
  });
  it("is in the device's language if the dictionary's tag is invalid", () => {
    expect(shippedDay("2026-01-05T12:00:00Z", "no such language")).toContain("2026");
  });
});
