// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";
import { selectedShare, selectedShareOfField } from "./copied-share.ts";

afterEach(() => {
  vi.restoreAllMocks();
  document.getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

function answerIn(parent: Node): HTMLElement {
  const answer = parent.appendChild(document.createElement("div"));
  answer.innerHTML = "<p>Rocks and</p>\n  <p>dust</p>";
  return answer;
}

function selectionOf(node: Node, start: number, end: number) {
  return { startContainer: node, startOffset: start, endContainer: node, endOffset: end };
}

it("ignores spaces and line breaks", () => {
  const answer = answerIn(document.body);
  document.getSelection()?.setBaseAndExtent(answer, 1, answer, 3);
  expect(selectedShare(answer)).toBe(4 / 12);
});

it.each([
  ["nothing is selected", () => undefined, 0],
  ["the selection is a caret", (answer: Element) => document.getSelection()?.collapse(answer, 1), 0],
])("is 0 if %s", (_, select, share) => {
  const answer = answerIn(document.body);
  select(answer);
  expect(selectedShare(answer)).toBe(share);
});

it("is 0 for an answer without text", () => {
  const answer = document.body.appendChild(document.createElement("div"));
  document.getSelection()?.selectAllChildren(document.body);
  expect(selectedShare(answer)).toBe(0);
});

it("reads a selection in a shadow root from the root if it has one", () => {
  const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  const answer = answerIn(root);
  const range = document.createRange();
  range.selectNodeContents(answer.firstChild as Node);
  Object.assign(root, { getSelection: () => ({ rangeCount: 1, getRangeAt: () => range }) });
  expect(selectedShare(answer)).toBe(8 / 12);
});

it("otherwise reads a selection in a shadow root from the composed ranges", () => {
  const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  const answer = answerIn(root);
  const getComposedRanges = vi.fn(() => [selectionOf(answer, 0, 1)]);
  vi.spyOn(document, "getSelection").mockReturnValue({ getComposedRanges } as unknown as Selection);
  expect(selectedShare(answer)).toBe(8 / 12);
  expect(getComposedRanges).toHaveBeenCalledWith({ shadowRoots: [root] });
});

it("is 0 for a selection in another tree", () => {
  const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  const answer = answerIn(root);
  const other = answerIn(document.body);
  const getComposedRanges = () => [selectionOf(other, 0, 3)];
  vi.spyOn(document, "getSelection").mockReturnValue({ getComposedRanges } as unknown as Selection);
  expect(selectedShare(answer)).toBe(0);
});

it("returns the selected share of a text field, and null for other elements", () => {
  const field = document.body.appendChild(document.createElement("textarea"));
  expect(selectedShareOfField(field)).toBe(0);
  field.value = "Rocks and dust";
  field.setSelectionRange(6, 14);
  expect(selectedShareOfField(field)).toBe(7 / 12);
  expect(selectedShareOfField(document.body)).toBeNull();
});
