import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { shownVersion, versionRows } from "./version-rows.ts";

const logged = (version: string) => ({
  ...{ version, interactions: 9 },
  ...{ firstAt: new Date("2026-11-21T00:00:00Z"), lastAt: new Date("2026-11-22T00:00:00Z") },
});
const line = [
  { version: "v3", managed: true, logged: null },
  { version: "v2", managed: true, logged: logged("v2") },
  { version: "v1", managed: false, logged: logged("v1") },
];
const label = (name: string, version: string) => ({ label: name, version, protected: false });
const note = (version: string) => ({
  ...{ version, parentVersion: null, author: "Ada", note: "" },
  createdAt: new Date("2026-11-23T00:00:00Z"),
});

describe("versionRows", () => {
  const rows = versionRows({
    line,
    notes: [note("v2"), note("v3")],
    labels: [label("production", "v2"), label("staging", "v3"), label("old", "v2")],
    metrics: [
      { promptVersion: "v1", positive: rate(4, 8), interactions: 80 },
      { promptVersion: null, positive: rate(1, 1), interactions: 1 },
    ],
  });

  it("keeps the line, and gives each version its labels", () =>
    expect(rows.map(({ version, labels }) => [version, labels])).toEqual([
      ["v3", ["staging"]],
      ["v2", ["production", "old"]],
      ["v1", []],
    ]));

  it("knows what was measured, what was not, and what is only logged", () => {
    expect(rows.map(({ positive, interactions }) => [positive.n, interactions])).toEqual([
      [0, 0],
      [0, 0],
      [8, 80],
    ]);
    expect(rows.map(({ details, firstDay }) => [details?.author ?? null, firstDay])).toEqual([
      ["Ada", null],
      ["Ada", "First used 21 Nov 2026"],
      [null, "First used 21 Nov 2026"],
    ]);
  });
});

it.each([
  ["the one asked for", "v1", [label("production", "v2")], "v1"],
  ["under production where none is asked for", undefined, [label("production", "v2")], "v2"],
  ["under production where there is no such", "v9", [label("production", "v2")], "v2"],
  ["the newest managed one where there is no label", undefined, [], "v3"],
])("shows %s", (_, asked, labels, shown) => expect(shownVersion(line, labels, asked)).toBe(shown));

it("shows the newest where all are only logged", () =>
  expect(shownVersion(line.slice(2), [], undefined)).toBe("v1"));
