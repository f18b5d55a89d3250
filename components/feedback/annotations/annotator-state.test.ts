import { describe, expect, it } from "vitest";
import {
  type AnnotationForm,
  type AnnotatorEvent,
  closedAnnotator,
  passageToSend,
  reduceAnnotator,
} from "./annotator-state.ts";
import type { Passage } from "./passage.ts";

const quote = { exact: "cheese" };
const form = (change: Partial<AnnotationForm> = {}): AnnotationForm => ({
  quote,
  annotationId: null,
  category: "",
  comment: "",
  ...change,
});
const passage = (change: Partial<Passage> = {}): Passage => ({
  annotationId: "a",
  quote,
  category: "inaccurate",
  status: "stored",
  replaces: [],
  ...change,
});
const after = (...events: AnnotatorEvent[]) => events.reduce(reduceAnnotator, closedAnnotator);

describe("passageToSend", () => {
  it.each([
    [
      "a new passage, under a new id",
      form({ category: "inaccurate", comment: " Rock. " }),
      undefined,
      { annotationId: "new", category: "inaccurate", comment: "Rock.", replaces: [] },
    ],
    ["nothing where the server has it already", form({ category: "inaccurate" }), passage(), null],
    [
      "what was refused as the same event again",
      form({ category: "inaccurate" }),
      passage({ status: "refused" }),
      { annotationId: "a", status: "refused" },
    ],
    [
      "what changed in place of what the server has",
      form({ category: "other" }),
      passage(),
      { annotationId: "new", category: "other", replaces: ["a"] },
    ],
    [
      "what changed again in place of all that came before",
      form({ comment: "x" }),
      passage({ status: "refused", replaces: ["old"] }),
      { annotationId: "new", comment: "x", replaces: ["a", "old"] },
    ],
  ])("sends %s", (_, typed, before, sent) => {
    const made = passageToSend(typed, before, () => "new");
    if (sent === null) expect(made).toBeNull();
    else expect(made).toMatchObject(sent);
  });
});

describe("the form", () => {
  const chosen: AnnotatorEvent = { type: "chosen", selector: { quote } };
  const toggle = (value: string): AnnotatorEvent => ({ type: "category_toggled", value });

  it("has one category, or none", () => {
    expect(after(chosen, toggle("a"), toggle("b")).form?.category).toBe("b");
    expect(after(chosen, toggle("a"), toggle("a")).form?.category).toBe("");
  });

  it("closes when the server has its content", () => {
    const settled: AnnotatorEvent = { type: "settled", annotationId: "a", content: { category: "a" } };
    const sent: AnnotatorEvent = { type: "sent", annotationId: "a" };
    expect(after(chosen, toggle("a"), sent, settled)).toEqual(closedAnnotator);
    const typedOn = after(chosen, toggle("a"), sent, { type: "comment_typed", comment: "More" }, settled);
    expect(typedOn.form?.comment).toBe("More");
    expect(after(chosen, toggle("a"), settled).open).toBe("form");
  });

  it("starts with the content of the passage to change", () => {
    const changing: AnnotatorEvent = { type: "changing", passage: passage({ comment: "Rock." }) };
    expect(after(changing).form).toMatchObject({
      annotationId: "a",
      category: "inaccurate",
      comment: "Rock.",
    });
  });
});

it("activates the clicked passage, unless there are several", () => {
  expect(after({ type: "listed", only: ["a"] }).active).toBe("a");
  expect(after({ type: "listed", only: ["a", "b"] }).active).toBeNull();
  expect(after({ type: "listed", only: null }).active).toBeNull();
});
