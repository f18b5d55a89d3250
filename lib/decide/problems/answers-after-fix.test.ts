import { expect, it } from "vitest";
import { answersAfterFix, type Scope } from "./index.ts";

const answers: Scope[] = [
  { feature: "support", model: "mini", promptTemplate: "reply", promptVersion: "v7" },
  { feature: "support", model: "mini", promptTemplate: "reply", promptVersion: "v8" },
  { feature: "support", model: "large", promptTemplate: "reply", promptVersion: "v8" },
  { feature: "mail", model: "mini", promptTemplate: "letter", promptVersion: "v7" },
  { feature: "mail", model: "mini", promptTemplate: "letter", promptVersion: "v8" },
  { feature: "notes", model: "large" },
];

it.each<[string, Scope, Parameters<typeof answersAfterFix>[2], number[]]>([
  [
    "those of the scope, where the fix leaves it as it is",
    { feature: "support" },
    "prompt_version",
    [0, 1, 2],
  ],
  ["those of other versions, too", { feature: "support", promptVersion: "v7" }, "prompt_version", [0, 1, 2]],
  ["with the same model", { model: "mini", promptVersion: "v7", feature: "support" }, "hand", [0, 1]],
  [
    "of other models, too, where an experiment replaced it",
    { model: "mini", feature: "support" },
    "experiment",
    [0, 1, 2],
  ],
  [
    "of the same prompts only: v7 of one has nothing to do with v8 of another",
    { promptVersion: "v7", promptTemplate: "letter" },
    "hand",
    [3, 4],
  ],
  ["of all prompts that had that version", { promptVersion: "v7" }, "hand", [0, 1, 2, 3, 4]],
  ["all, where all were bad", {}, "prompt_version", [0, 1, 2, 3, 4, 5]],
  ["none, where nothing is known of the scope any more", { promptVersion: "v3" }, "hand", []],
])("%s", (_, scope, fix, expected) => expect(answersAfterFix(answers, scope, fix)).toEqual(expected));
