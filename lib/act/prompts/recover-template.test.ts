import { expect, it } from "vitest";
import { recoverTemplate } from "./recover-template.ts";

const filled = (promptText: string, variables: Record<string, string | number> | null) => ({
  promptText,
  variables,
});

it("puts values back to their names where two prompts agree", () =>
  expect(
    recoverTemplate([
      filled("Answer in en: When is the end?\n\nHelp:\nAt noon", {
        language: "en",
        input: "When is the end?",
        help: "At noon",
      }),
      filled("Answer in de: Wann denn?\n\nHelp:\nAm Mittag", {
        language: "de",
        input: "Wann denn?",
        help: "Am Mittag",
      }),
    ]),
  ).toBe("Answer in {{language}}: {{input}}\n\nHelp:\n{{help}}"));

it("takes one text without values for the prompt where two are alike", () => {
  expect(recoverTemplate([filled("Say {{hi}}.", null), filled("Say {{hi}}.", null)])).toBe("Say \\{{hi}}.");
  expect(recoverTemplate([filled("Say hi.", null), filled("Say ho.", null)])).toBeNull();
});

it("guesses nothing from one prompt, or the same one twice", () => {
  const one = filled("Say hi.", { what: "hi" });
  expect(recoverTemplate([one])).toBeNull();
  expect(recoverTemplate([one, one])).toBeNull();
  expect(recoverTemplate([{ promptText: null, variables: null }])).toBeNull();
});
