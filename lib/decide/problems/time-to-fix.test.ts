import { describe, expect, it } from "vitest";
import { type Fix, findFixes, medianHours, type VersionLife } from "./time-to-fix.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour));
const life = (
  promptVersion: string,
  first: number,
  down: number | null,
  promptTemplate = "short",
): VersionLife => ({
  promptTemplate,
  promptVersion,
  firstAt: at(first),
  firstDownAt: down === null ? null : at(down),
});
const fixes = (...lives: VersionLife[]) =>
  findFixes(lives, at(0), at(100)).map(({ promptVersion, nextVersion, hours }) => [
    promptVersion,
    nextVersion,
    hours,
  ]);

describe("fixesOf", () => {
  it("goes from the first complaint to the next version, the newest first", () => {
    expect(fixes(life("v1", 0, 2), life("v2", 10, 11), life("v3", 40, null))).toEqual([
      ["v2", "v3", 29],
      ["v1", "v2", 8],
    ]);
  });

  it("orders versions by when they were used, not by how they were given", () => {
    expect(fixes(life("v2", 10, null), life("v1", 0, 2))).toEqual([["v1", "v2", 8]]);
  });

  it.each([
    ["nobody complained", [life("v1", 0, null), life("v2", 10, null)]],
    ["no version came after", [life("v1", 0, 2)]],
    ["the complaint came after the next version", [life("v1", 0, 12), life("v2", 10, null)]],
    ["the next version is of another prompt", [life("v1", 0, 2), life("v2", 10, null, "long")]],
    ["there is none", []],
  ])("finds nothing where %s", (_, lives) => expect(fixes(...lives)).toEqual([]));

  it("takes those that came within the time asked for, wherever the complaint lies", () => {
    const lives = [life("v1", 0, 2), life("v2", 10, 11), life("v3", 40, null)];
    expect(findFixes(lives, at(10), at(40)).map(({ nextVersion }) => nextVersion)).toEqual(["v2"]);
  });
});

describe("medianHours", () => {
  const took = (...hours: number[]) => medianHours(hours.map((each) => ({ hours: each }) as Fix));

  it("says insufficient_data of no fix", () => {
    expect(took()).toEqual({ value: null, n: 0, reason: "insufficient_data" });
  });
  it("is the only one", () => expect(took(7)).toEqual({ value: 7, n: 1 }));
  it("is the middle one", () => expect(took(100, 1, 7)).toEqual({ value: 7, n: 3 }));
  it("lies between the two in the middle", () => expect(took(1, 100, 9, 7)).toEqual({ value: 8, n: 4 }));
});
