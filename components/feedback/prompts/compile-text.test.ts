import { expect, it } from "vitest";
import { compileText, fillText } from "./compile-text.ts";
import type { PromptVariables } from "./prompt.ts";

const filled = (text: string, variables: PromptVariables) => {
  const missing = new Set<string>();
  return { content: fillText(compileText(text), variables, missing), missing: [...missing] };
};

it.each<[string, PromptVariables, string, string[]]>([
  ["Dear {{ name }}!", { name: "Ada" }, "Dear Ada!", []],
  ["{{n}}{{yes}}{{no}}", { n: 0, yes: true, no: "" }, "0true", []],
  ["{{a}}", { a: "{{b}}", b: "no" }, "{{b}}", []],
  ["\\{{name}} \\\\{{name}}", { name: "x" }, "{{name}} \\x", []],
  ['{"k":{{{k}}}}', { k: "1" }, '{"k":{1}}', []],
  ["{{a}} {{b}} {{a}}", { b: null }, "{{a}} {{b}} {{a}}", ["a", "b"]],
  ["{{constructor}}", {}, "{{constructor}}", ["constructor"]],
  // What the server would not take stays as it stands: a fallback is nobody's but the product's.
  ["{{#if a}}{{a}}{{/if}} {{", { a: "x" }, "{{#if a}}x{{/if}} {{", []],
  ["{{{{a}}", { a: "x" }, "{{x", []],
])("%j with %j is %j", (text, variables, content, missing) => {
  expect(filled(text, variables)).toEqual({ content, missing });
});
