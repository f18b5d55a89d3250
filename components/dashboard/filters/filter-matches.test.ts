import { describe, expect, it } from "vitest";
import { filterMatches } from "./filter-matches.ts";

const options = (...labels: string[]) => labels.map((label) => ({ value: label, label }));

describe("filterMatches", () => {
  it.each([
    ["everything for nothing typed", "", ["Acme", "Contoso", "Café Acme"]],
    ["what begins with it first", "ac", ["Acme", "Café Acme"]],
    ["without regard to case and accents", "CAFE", ["Café Acme"]],
    ["without the space around it", "  con ", ["Contoso"]],
    ["nothing where nothing fits", "zz", []],
  ])("gives %s", (_, typed, labels) => {
    expect(filterMatches(options("Acme", "Contoso", "Café Acme"), typed)).toEqual({
      shown: options(...labels),
      hidden: 0,
    });
  });

  it("says how many more there are than it shows", () => {
    const many = options(...Array.from({ length: 130 }, (_, index) => `tenant ${index}`));
    const { shown, hidden } = filterMatches(many, "tenant");
    expect([shown.length, hidden]).toEqual([100, 30]);
  });
});
