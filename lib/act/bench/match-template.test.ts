import { expect, it } from "vitest";
import { matchTemplate, type PatternPart } from "./match-template.ts";

const wild = (name: string): PatternPart => ({ wild: name });

it.each<[string, PatternPart[], string, ReturnType<typeof matchTemplate>]>([
  ["plain text", ["Be short."], "Be short.", { values: {} }],
  ["another text", ["Be short."], "Be long.", "none"],
  ["one place", ["Summarize: ", wild("a"), "."], "Summarize: It rains.", { values: { a: "It rains" } }],
  ["an empty value", ["<", wild("a"), ">"], "<>", { values: { a: "" } }],
  [
    "two places",
    ["In ", wild("l"), ": ", wild("a")],
    "In Thai: It\nrains",
    { values: { l: "Thai", a: "It\nrains" } },
  ],
  ["pieces that belong together", ["a", "b", wild("x"), "c", "d"], "ab-cd", { values: { x: "-" } }],
  ["a beginning that overlaps the end", ["ab", wild("x"), "bc"], "abc", "none"],
  ["a text between that is missing", [wild("a"), " and ", wild("b")], "one or two", "none"],
  ["a text between that is only in the end", ["<", wild("a"), "-", wild("b"), "-"], "<x-", "none"],
  ["a text between that comes twice", [wild("a"), ", ", wild("b")], "x, y, z", "several"],
  ["a text between that could be shifted", [wild("a"), "\n\n", wild("b")], "x\n\n\ny", "several"],
  ["two places without a text between", [wild("a"), wild("b")], "xy", "several"],
  ["two places with nothing in them", ["<", wild("a"), wild("b"), ">"], "<>", { values: { a: "", b: "" } }],
  ["one place twice", [wild("n"), "! Dear ", wild("n"), "."], "Ada! Dear Ada.", { values: { n: "Ada" } }],
  ["one place with two values", [wild("n"), "! Dear ", wild("n"), "."], "Ada! Dear Bob.", "none"],
  [
    "a place called as a property of every object",
    [wild("constructor"), "."],
    "x.",
    { values: { constructor: "x" } },
  ],
])("reads %s", (_, parts, text, match) => expect(matchTemplate(parts, text)).toEqual(match));
