import { expect, it } from "vitest";
import { newestVersion, nextVersion, versionNumber } from "./prompt-version-name.ts";

it.each<[string[], string]>([
  [[], "v1"],
  [["v1", "v3", "v2"], "v4"],
  [["2026-01", "draft", "V9", "v01", "v0", "v1.2"], "v1"],
  [["v9", "v10"], "v11"],
  [["v20261130"], "v20261131"],
  // What has no next name does not count.
  [["v2", "v999999999999999"], "v3"],
])("after %j comes %s", (names, next) => {
  expect(nextVersion(names)).toBe(next);
  expect(versionNumber(next)).not.toBeNull();
});

it("finds the newest by number, not by text", () => {
  expect(newestVersion([{ version: "v9" }, { version: "v10" }, { version: "v2" }])).toEqual({
    version: "v10",
  });
  expect(newestVersion([])).toBeUndefined();
});
