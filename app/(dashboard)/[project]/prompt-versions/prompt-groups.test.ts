import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import type { ComparedPromptVersion } from "#lib/use-cases/compare-prompt-versions.ts";
import { promptGroups } from "./prompt-groups.ts";

const version = (
  promptTemplate: string | null,
  promptVersion: string | null,
  [up, n]: [number, number],
  more: Partial<ComparedPromptVersion> = {},
) =>
  ({
    promptTemplate,
    promptVersion,
    positive: rate(up, n),
    interactions: n * 10,
    isReference: false,
    ...more,
  }) as ComparedPromptVersion;

const life = (promptTemplate: string, promptVersion: string, firstAt: string) => ({
  promptTemplate,
  promptVersion,
  firstAt: new Date(firstAt),
  firstDownAt: null,
});

const marks = { lives: [], tz: "UTC", under: [] };

describe("promptGroups", () => {
  it("keeps templates apart, the one with most answers first", () => {
    const groups = promptGroups(
      [version("a", "v1", [5, 10]), version("b", "v1", [50, 100]), version("a", "v2", [5, 10])],
      marks,
    );
    expect(groups.map(({ template, rows }) => [template, rows.length])).toEqual([
      ["b", 1],
      ["a", 2],
    ]);
  });

  it("has the oldest version first, by the reader's date of its first answer; one without a date last", () => {
    const lives = [life("a", "v2", "2026-11-02T23:00:00Z"), life("a", "v10", "2026-11-01T12:00:00Z")];
    const [group] = promptGroups(
      [version("a", null, [5, 10]), version("a", "v2", [5, 10]), version("a", "v10", [5, 10])],
      { ...marks, lives, tz: "Europe/Berlin" },
    );
    expect(group?.rows.map(({ name, since }) => [name, since])).toEqual([
      ["v10", "2026-11-01"],
      ["v2", "2026-11-03"],
      ["No version", null],
    ]);
  });

  it("does not take a version of another template for its own", () => {
    const lives = [life("b", "v1", "2026-11-01T12:00:00Z"), life("", "v1", "2026-11-05T12:00:00Z")];
    const groups = promptGroups([version("a", "v1", [5, 10]), version(null, "v1", [5, 10])], {
      ...marks,
      lives,
    });
    expect(groups.map(({ rows }) => rows[0]?.since)).toEqual([null, "2026-11-05"]);
  });

  it("marks the versions that are under the threshold, and none of another template", () => {
    const under = [{ promptTemplate: "a", promptVersion: "v1" }];
    const groups = promptGroups(
      [version("a", "v1", [1, 20]), version("a", "v2", [1, 20]), version("b", "v1", [1, 20])],
      { ...marks, under },
    );
    expect(groups.map(({ rows }) => rows.map((row) => row.under))).toEqual([[true, false], [false]]);
  });

  it("holds each version against the reference of its template", () => {
    const [group] = promptGroups(
      [version("a", "v1", [30, 100], { isReference: true }), version("a", "v2", [5, 10])],
      marks,
    );
    expect(group?.rows.map(({ against }) => against.n)).toEqual([100, 100]);
  });
});
