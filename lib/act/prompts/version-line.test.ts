import { expect, it } from "vitest";
import { versionLine } from "./version-line.ts";

const managed = (version: string, createdAt: string) => ({ version, createdAt: new Date(createdAt) });
const logged = (version: string, day: string) => ({
  version,
  firstAt: new Date(day),
  lastAt: new Date(`${day}T12:00:00Z`),
  interactions: 3,
});

it.each<[string, Parameters<typeof versionLine>, string[]]>([
  ["nothing", [[], []], []],
  [
    "what was logged before what is managed",
    [[managed("v3", "2026-11-03T10:00:00Z")], [logged("v2", "2026-11-02"), logged("v1", "2026-11-01")]],
    ["v3", "v2 adopted", "v1 adopted"],
  ],
  [
    "a version that is both once",
    [[managed("v1", "2026-11-01T10:00:00Z")], [logged("v1", "2026-11-02")]],
    ["v1"],
  ],
  [
    "those of one day by number",
    [
      [managed("v9", "2026-11-01T10:00:00Z"), managed("v10", "2026-11-01T09:00:00Z")],
      [logged("v8", "2026-11-01"), logged("draft", "2026-11-01")],
    ],
    ["v10", "v9", "v8 adopted", "draft adopted"],
  ],
  [
    "other names by their day",
    [[managed("v1", "2026-11-02T10:00:00Z")], [logged("b", "2026-11-03"), logged("a", "2026-11-03")]],
    ["b adopted", "a adopted", "v1"],
  ],
])("has %s", (_, given, expected) => {
  const line = versionLine(...given);
  expect(line.map((each) => `${each.version}${each.managed ? "" : " adopted"}`)).toEqual(expected);
});

it("keeps what was logged of a managed version", () => {
  const tried = logged("v1", "2026-11-02");
  expect(versionLine([managed("v1", "2026-11-01T10:00:00Z")], [tried])).toEqual([
    { version: "v1", managed: true, logged: tried },
  ]);
});
