import { expect, it } from "vitest";
import { type Cause, type KnownProblem, matchCauses, type Scope } from "./index.ts";

const cause = (scope: Scope): Cause => ({
  ...{ scope, sameAs: [], evidence: 20, daysAgo: 1, n: 100, bad: 50, expected: 20, usual: 500 },
  ...{ raters: 50, met: 500, worse: 0.3, harm: 150 },
});
const problem = (id: string, scope: Scope): KnownProblem => ({ id, scope, state: "open" });

const german: Scope = { language: "de" };
const claude: Scope = { model: "claude" };
const germanClaude: Scope = { ...claude, ...german };

it.each<[string, KnownProblem[], Scope[], string]>([
  ["a new cause opens a problem", [], [german], "opened 1, seen , unseen "],
  [
    "the same scope is the same problem",
    [problem("a", german)],
    [german],
    "opened 0, seen a=language, unseen ",
  ],
  ["a narrower scope is", [problem("a", claude)], [germanClaude], "opened 0, seen a=model language, unseen "],
  ["a wider one is", [problem("a", germanClaude)], [claude], "opened 0, seen a=model, unseen "],
  [
    "another value is another problem",
    [problem("a", german)],
    [{ language: "fr" }],
    "opened 1, seen , unseen a",
  ],
  ["another dimension is, too", [problem("a", german)], [claude], "opened 1, seen , unseen a"],
  [
    "the same scope goes before a narrower one",
    [problem("a", claude), problem("b", germanClaude)],
    [germanClaude],
    "opened 0, seen b=model language, unseen a",
  ],
  [
    "one problem takes one cause",
    [problem("a", claude)],
    [germanClaude, { model: "claude", language: "fr" }],
    "opened 1, seen a=model language, unseen ",
  ],
  ["nothing was found", [problem("a", claude)], [], "opened 0, seen , unseen a"],
])("%s", (_, known, scopes, expected) => {
  const { opened, seen, unseen } = matchCauses(known, scopes.map(cause));
  const words = seen.map((each) => `${each.id}=${Object.keys(each.cause.scope).join(" ")}`);
  expect(`opened ${opened.length}, seen ${words.join("; ")}, unseen ${unseen.join(" ")}`).toBe(expected);
});
