import { expect, it } from "vitest";
import { type Decision, decide, type FinalMoment, isEdit } from "./capture-decision.ts";

const sent = { rating_type: "correction" as const, correction_text: "New" };
const base: FinalMoment = {
  draft: "Old",
  text: "Old",
  trigger: "submit",
  shown: null,
  touched: false,
  byHand: false,
};
const back = { shown: sent, touched: true, byHand: true };

it.each<[string, Partial<FinalMoment>, Decision]>([
  ["an edit that is submitted", { text: "New", touched: true, byHand: true }, "correct"],
  ["an edit that is copied", { text: "New", trigger: "copy", touched: true }, "correct"],
  ["an edit that the host put there", { text: "New" }, "correct"],
  ["an edit that is left", { text: "New", trigger: "leave", touched: true }, "correct"],
  ["a second edit", { ...back, text: "Newer" }, "correct"],
  ["the draft that is submitted", {}, "accept"],
  ["the draft that is copied", { trigger: "copy" }, "accept"],
  ["the draft after a way round", { touched: true, byHand: true }, "accept"],
  ["a text area's line breaks", { draft: "a\r\nb", text: "a\nb" }, "accept"],
  ["the draft that is left", { trigger: "leave", touched: true, byHand: true }, "nothing"],
  ["an edit from before that is left", { text: "New", trigger: "leave" }, "nothing"],
  ["empty text", { text: " \n", touched: true, byHand: true }, "nothing"],
  ["a field that was emptied after it was sent", { ...back, text: "" }, "nothing"],
  ["back to the draft, submitted", back, "take_back"],
  ["back to the draft, copied", { ...back, trigger: "copy" }, "take_back"],
  ["back to the draft, left", { ...back, trigger: "leave" }, "take_back"],
  ["a form that was reset after it was sent", { shown: sent, trigger: "leave" }, "nothing"],
  ["a page that shows the draft again on the next visit", { shown: sent, trigger: "copy" }, "nothing"],
  ["a host that put the draft back", { shown: sent, touched: true, trigger: "leave" }, "nothing"],
])("%s", (_, moment, decision) => {
  expect(decide({ ...base, ...moment })).toBe(decision);
});

it("treats trailing white space as an edit", () => {
  expect(isEdit("Old", "Old ")).toBe(true);
});
