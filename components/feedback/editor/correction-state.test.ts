import { expect, it } from "vitest";
import { captureOf, correctionContent, isEdit, reduceEditor, untouchedEditor } from "./correction-state.ts";

const edit = { kind: "rate", content: correctionContent("New") };

it.each([
  ["an edit is sent", "Old", "New", null, edit],
  ["unchanged text is not a correction", "Old", "Old", null, { kind: "nothing" }],
  ["empty text is not a correction", "Old", " \n", null, { kind: "nothing" }],
  ["a text area's line breaks are not an edit", "a\r\nb", "a\nb", null, { kind: "nothing" }],
  [
    "going back to the draft takes the edit back",
    "Old",
    "Old",
    correctionContent("New"),
    { kind: "take_back" },
  ],
  ["a second edit is sent", "Old", "New", correctionContent("Newer"), edit],
])("captureOf: %s", (_, draft, text, shown, expected) => {
  expect(captureOf(draft, text, shown)).toEqual(expected);
});

it("counts space at the end as an edit", () => {
  expect(isEdit("Old", "Old ")).toBe(true);
});

it("ends a hint with the next key", () => {
  const hinted = reduceEditor(untouchedEditor, { type: "hinted", hint: "copied" });
  expect(reduceEditor(hinted, { type: "typed", text: "x" })).toEqual({ ...untouchedEditor, edited: "x" });
});
