import { expect, it } from "vitest";
import { draftText } from "./draft-text.ts";

it.each([
  ["one line", "A draft.", "A draft."],
  ["the indentation of the HTML", "\n    Dear you,\n      a draft.\n  ", "Dear you,\n  a draft."],
  [
    "a text that begins in the line of its tag",
    "Dear you,\n    a draft.\n    Yours",
    "Dear you,\na draft.\nYours",
  ],
  ["empty lines between", "\n  One.\n\n  Two.\n", "One.\n\nTwo."],
  ["nothing", "", ""],
  ["spaces alone", "\n   \n", ""],
])("%s", (_, text, draft) => {
  expect(draftText(text)).toBe(draft);
});
