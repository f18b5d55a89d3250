import fc from "fast-check";
import { expect, it } from "vitest";
import { compileText, fillText } from "#components/feedback/prompts/compile-text.ts";
import { parseTemplate } from "#lib/domain/prompt-syntax.ts";
import { renderPrompt } from "./render.ts";

it.each<[string, string, Record<string, string | number | boolean | null>, string, string[]]>([
  ["a text", "Dear {{name}}!", { name: "Ada" }, "Dear Ada!", []],
  ["a number and a truth", "{{n}} {{yes}}", { n: 0, yes: false }, "0 false", []],
  ["an empty text", "[{{name}}]", { name: "" }, "[]", []],
  ["braces in a value", "{{a}}", { a: "{{b}} \\{{", b: "no" }, "{{b}} \\{{", []],
  ["an escaped tag", "\\{{name}} \\\\{{name}}", { name: "x" }, "{{name}} \\x", []],
  ["a variable in braces", '{"k":{{{k}}}}', { k: "1" }, '{"k":{1}}', []],
  ["nothing for one", "{{a}} {{b}} {{a}}", { b: "x" }, "{{a}} x {{a}}", ["a"]],
  ["null", "{{a}}", { a: null }, "{{a}}", ["a"]],
  ["what every object has", "{{constructor}}", {}, "{{constructor}}", ["constructor"]],
  ["more than it asks for", "x", { y: "z" }, "x", []],
])("fills in %s", (_, text, variables, content, missing) => {
  expect(renderPrompt(text, variables)).toEqual({ content, missing });
});

it("fills in each message, and names what is missing once", () => {
  const content = [
    { role: "system" as const, content: "Speak {{language}}." },
    { role: "user" as const, content: "{{question}} ({{language}})" },
  ];
  expect(renderPrompt(content, { question: "Why?" })).toEqual({
    content: [
      { role: "system", content: "Speak {{language}}." },
      { role: "user", content: "Why? ({{language}})" },
    ],
    missing: ["language"],
  });
});

const texts = fc
  .array(fc.constantFrom("{{a}}", "{{ b }}", "{{c}}", "{", "}", "\\", "{{", "\\{{", "x", " ", "\n"), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(""))
  .filter((text) => parseTemplate(text).faults.length === 0);

it("fills in as the client of the package does", () => {
  const variables = { a: "A", b: "{{c}}\\" };
  fc.assert(
    fc.property(texts, (text) => {
      const missing = new Set<string>();
      const content = fillText(compileText(text), variables, missing);
      expect(renderPrompt(text, variables)).toEqual({ content, missing: [...missing] });
    }),
    { numRuns: 2_000 },
  );
});
