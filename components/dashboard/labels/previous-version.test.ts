import { expect, it } from "vitest";
import { previousVersion } from "./previous-version.ts";

/** The moves that lead a label through these versions, newest first; null removes it. */
function movesThrough(versions: readonly (string | null)[], label = "production") {
  return versions
    .map((toVersion, index) => ({ label, fromVersion: versions[index - 1] ?? null, toVersion }))
    .toReversed();
}

it.each<[string, (string | null)[], string | null]>([
  ["nothing came before the first", ["v1"], null],
  ["the one before", ["v1", "v2"], "v1"],
  ["after a rollback the one before that", ["v1", "v2", "v3", "v2"], "v1"],
  ["after all were rolled back nothing", ["v1", "v2", "v1"], null],
  ["after a rollback and another version the one that was rolled back to", ["v1", "v2", "v1", "v3"], "v1"],
  ["nothing from before it was removed", ["v1", null, "v2"], null],
])("%s", (_, versions, expected) => {
  const moves = movesThrough(versions);
  expect(previousVersion({ label: "production", version: versions.at(-1) ?? "" }, moves)).toBe(expected);
});

it("knows of the first move that is told where the label was", () =>
  expect(
    previousVersion({ label: "production", version: "v9" }, [
      { label: "production", fromVersion: "v8", toVersion: "v9" },
    ]),
  ).toBe("v8"));

it("takes no move of another label, and none where the record ends elsewhere", () => {
  const moves = [...movesThrough(["v1", "v2"]), ...movesThrough(["v3", "v4"], "staging")];
  expect(previousVersion({ label: "production", version: "v2" }, moves)).toBe("v1");
  expect(previousVersion({ label: "production", version: "v7" }, moves)).toBeNull();
});
