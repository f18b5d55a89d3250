import { expect, it } from "vitest";
import type { ScoreType } from "#lib/domain/score.ts";
import { scoreBody } from "./score-body.ts";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

it.each([
  ["boolean", { direction: "higher", min: "1" }, { type: "boolean", direction: "higher" }],
  ["number", { direction: "none", min: "", max: "4.5" }, { type: "number", direction: "none", max: 4.5 }],
  ["number", { direction: "none", min: "low" }, { type: "number", direction: "none", min: "low" }],
  [
    "category",
    { direction: "higher", labels: " poor\n\ngood \n" },
    { type: "category", direction: "higher", labels: ["poor", "good"] },
  ],
] as [ScoreType, Record<string, string>, object][])("declares a %s of %j", (type, fields, body) => {
  expect(scoreBody(type, form(fields))).toEqual(body);
});
