import { expect, it } from "vitest";
import { affectedBy, type IncludingVersion } from "./affected.ts";

const including = (name: string, includes: string[], labels: string[]): IncludingVersion => {
  const [template = "", version = ""] = name.split(" ");
  return { template, version, includes, labels };
};

it.each<[string, IncludingVersion[], string[]]>([
  ["nobody", [including("a v1", ["other@p"], ["p"])], []],
  ["who includes it", [including("a v1", ["base@p"], ["p"]), including("b v1", ["base@q"], ["p"])], ["a v1"]],
  ["nobody under no label", [including("a v1", ["base@p"], [])], []],
  [
    "who includes them, by label and by version",
    [
      including("a v1", ["base@p"], ["p"]),
      including("b v3", ["a@p"], ["s"]),
      including("c v2", ["a@v1"], ["p"]),
      including("d v1", ["a@v2"], ["p"]),
    ],
    ["a v1", "b v3", "c v2"],
  ],
  [
    "everybody once, of a circle as well",
    [including("a v1", ["base@p", "b@p"], ["p"]), including("b v1", ["a@p"], ["p"])],
    ["a v1", "b v1"],
  ],
])("finds %s", (_, versions, expected) => {
  const affected = affectedBy(versions, { template: "base", ref: "p" });
  expect(affected.map(({ template, version }) => `${template} ${version}`).sort()).toEqual(expected);
});
