import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  includesOf,
  isLabel,
  parseIncludeKey,
  parseTemplate,
  type TemplatePart,
  variablesOf,
  writeTemplate,
} from "./prompt-syntax.ts";

const name = { variable: "name" };
const base = { include: { template: "base", ref: "production" } };

describe("parseTemplate", () => {
  it.each<[string, string, TemplatePart[]]>([
    ["no tag", "Be short.", ["Be short."]],
    ["nothing", "", []],
    ["a variable", "Dear {{name}},", ["Dear ", name, ","]],
    ["space in the braces", "{{ name }}", [name]],
    ["two in a row", "{{name}}{{_a1}}", [name, { variable: "_a1" }]],
    ["another prompt", "{{> base@production}} Go.", [base, " Go."]],
    ["another prompt, tightly", "{{>base@production}}", [base]],
    ["a version of it", "{{> base@v12}}", [{ include: { template: "base", ref: "v12" } }]],
    ["a name with signs", "{{> ask @ home/ü@a:b}}", [{ include: { template: "ask @ home/ü", ref: "a:b" } }]],
    ["single braces", '{"a": {"b": 1}}', ['{"a": {"b": 1}}']],
    ["a variable in an object", '{"a": {{name}}}', ['{"a": ', name, "}"]],
    ["a variable in braces", "{{{name}}}", ["{", name, "}"]],
    ["an escaped tag", "Write \\{{name}}.", ["Write {{name}}."]],
    ["an escaped pair before a tag", "\\{{{{name}}", ["{{", name]],
    ["a backslash before a tag", "\\\\{{name}}", ["\\", name]],
    ["a backslash before an escaped one", "\\\\\\{{name}}", ["\\{{name}}"]],
    ["a backslash elsewhere", "\\n \\} C:\\", ["\\n \\} C:\\"]],
    ["closing braces alone", "a }} b", ["a }} b"]],
  ])("reads %s", (_, text, parts) => {
    expect(parseTemplate(text)).toEqual({ parts, faults: [] });
  });

  it.each<[string, string, RegExp]>([
    ["an open tag", "Dear {{name", /1:6 .*never closed/],
    ["an open tag before another", "{{a {{name}}", /1:1 .*never closed/],
    ["an empty tag", "{{ }}", /names no variable/],
    ["a section", "{{#each items}}", /“\{\{#each items\}\}” is not supported/],
    ["a comment", "{{! later }}", /no sections, conditions or comments/],
    ["an unescaped value", "{{& name}}", /not supported/],
    ["a filter", "{{name | upper}}", /“name \| upper” is no name of a variable/],
    ["a path", "{{user.name}}", /“user.name” is no name/],
    ["a digit first", "{{1st}}", /not beginning with a digit/],
    ["a long name", `{{${"a".repeat(65)}}}`, /more than 64 characters/],
    ["four braces", "{{{{name}}}}", /more than three braces/],
    ["a prompt without a label", "{{> base}}", /says no label; write for example \{\{> base@production\}\}/],
    ["a prompt with nothing for one", "{{> base@}}", /says no label/],
    ["a label without a prompt", "{{> @production}}", /the name of the prompt must not be empty/],
    ["a label that is none", "{{> base@a b}}", /“a b” is no label and no version/],
  ])("refuses %s by name and place", (_, text, message) => {
    const told = parseTemplate(text).faults.map(
      ({ line, column, message: what }) => `${line}:${column} ${what}`,
    );
    expect(told).toEqual([expect.stringMatching(message)]);
  });

  it("says the line and the column", () => {
    expect(parseTemplate("One\ntwo {{}}\n\n{{#if}}").faults).toMatchObject([
      { line: 2, column: 5 },
      { line: 4, column: 1 },
    ]);
  });

  it("tells twenty faults of a text that has nothing else", () => {
    expect(parseTemplate("{{}}".repeat(25_000)).faults).toHaveLength(20);
  });
});

const partArbitrary = fc.oneof(
  fc.string({ unit: fc.constantFrom("{", "}", "\\", "a", "\n"), minLength: 1, maxLength: 6 }),
  fc.constantFrom({ variable: "x" }, { variable: "long_name" }),
  fc.constantFrom(base, { include: { template: "a@b", ref: "v1" } }),
);

/** Texts in a row are one. */
const joined = (parts: readonly TemplatePart[]): TemplatePart[] => {
  const whole: TemplatePart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (typeof part === "string" && typeof last === "string") whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
};

it("reads from what it wrote the same parts, whatever braces and backslashes meet", () => {
  fc.assert(
    fc.property(fc.array(partArbitrary, { maxLength: 8 }), (parts) => {
      expect(parseTemplate(writeTemplate(parts))).toEqual({ parts: joined(parts), faults: [] });
    }),
    { numRuns: 2_000 },
  );
});

it("lists variables and included prompts once each", () => {
  const { parts } = parseTemplate("{{b}} {{a}} {{b}} {{> x@y}} {{> x@y}} {{> x@v2}}");
  expect(variablesOf(parts)).toEqual(["b", "a"]);
  expect(includesOf(parts)).toEqual([
    { template: "x", ref: "y" },
    { template: "x", ref: "v2" },
  ]);
});

it("reads an include from its text, of a name with an @ as well", () => {
  expect(parseIncludeKey("me@home@production")).toEqual({ template: "me@home", ref: "production" });
});

it.each([
  ["production", true],
  ["model:production", true],
  ["größe-2.1_a", true],
  ["v3", false],
  ["v0", true],
  ["", false],
  ["-a", false],
  ["a b", false],
  ["a@b", false],
  ["a}", false],
  ["x".repeat(65), false],
])("label %j: %s", (text, expected) => {
  expect(isLabel(text)).toBe(expected);
});
