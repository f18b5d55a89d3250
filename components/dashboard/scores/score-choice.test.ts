import { expect, it } from "vitest";
import { readScoreParam, scoreLabel, scoreParam } from "./score-choice.ts";

const choices = [
  { name: 'a "grade", of sorts', target: "interaction", label: "good:bad" },
  { name: "solved", target: "session", label: undefined },
] as const;

it.each(choices)("a score in an address is read as it was written: %j", (choice) => {
  expect(readScoreParam(scoreParam(choice))).toEqual(choice);
});

it.each([
  undefined,
  "",
  "solved",
  "[]",
  '["solved"]',
  '["solved","user"]',
  '["a","session",1]',
  '["a","session","b","c"]',
  // Escaped, so that the address itself looks well.
  '["a\\u0000","session"]',
  '["a","session","\\ud800"]',
])("%j is no score", (text) => {
  expect(readScoreParam(text)).toBeUndefined();
});

it("is named with what it is about", () => {
  expect(choices.map(scoreLabel)).toEqual(['a "grade", of sorts: good:bad', "solved (session)"]);
});
