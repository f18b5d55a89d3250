import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { variableTexts } from "./variable-texts.ts";

it("says what each variable is for that the style sheets read, and of no other", () => {
  const recorded = readFileSync("components/feedback/surface/variables.txt", "utf8").trim().split("\n");
  expect(Object.keys(variableTexts).sort()).toEqual(recorded);
});
