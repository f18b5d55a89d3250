import { describe, expect, it } from "vitest";
import { addToMessages, addToText } from "./prompt-additions.ts";
import { parseTemplate } from "./prompt-syntax.ts";

const additions = {
  instructions: ["Be brief."],
  examples: [{ input: "What is {{it}}?", answer: "It." }],
};
const block = "Rules:\n- Be brief.\n\nExample input:\nWhat is \\{{it}}?\n\nExample answer:\nIt.";

describe("a text prompt", () => {
  it("gets additions before its first value", () =>
    expect(addToText("Answer.\n\nMail:\n{{input}}", additions)).toBe(
      `Answer.\n\n${block}\n\nMail:\n{{input}}`,
    ));

  it("gets them first where a value is in the first paragraph, and last where there is none", () => {
    expect(addToText("Answer {{input}}.", additions)).toBe(`${block}\n\nAnswer {{input}}.`);
    expect(addToText("Answer \\{{plainly}}.", additions)).toBe(`Answer \\{{plainly}}.\n\n${block}`);
    expect(addToText("", additions)).toBe(block);
  });

  it("has no more variables than before, whatever users wrote", () =>
    expect(parseTemplate(addToText("{{input}}", additions)).parts).toEqual([
      expect.stringContaining("What is {{it}}?"),
      { variable: "input" },
    ]));

  it("stays as it is with nothing to add", () =>
    expect(addToText("A\n\n{{b}}", { instructions: [], examples: [] })).toBe("A\n\n{{b}}"));
});

describe("a chat prompt", () => {
  const ask = { role: "user" as const, content: "{{question}}" };

  it("gets rules into its system message, and examples as turns before the question", () =>
    expect(addToMessages([{ role: "system", content: "Be kind." }, ask], additions)).toEqual([
      { role: "system", content: "Be kind.\n\nRules:\n- Be brief." },
      { role: "user", content: "What is \\{{it}}?" },
      { role: "assistant", content: "It." },
      ask,
    ]));

  it("gets a system message where it has none, and no user", () => {
    expect(addToMessages([ask], { ...additions, examples: [] })).toEqual([
      { role: "system", content: "Rules:\n- Be brief." },
      ask,
    ]);
    expect(addToMessages([], { ...additions, instructions: [] }).map(({ role }) => role)).toEqual([
      "user",
      "assistant",
    ]);
  });
});
