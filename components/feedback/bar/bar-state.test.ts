import { describe, expect, it } from "vitest";
import { FeedbackRefused } from "../adapter/refusal.ts";
import { initialSubmission, reduceSubmission, type Wish } from "../submission/submission-state.ts";
import {
  type BarDraft,
  type BarEvent,
  detailedContent,
  emptyBarDraft,
  hasNews,
  reduceBar,
  retriedContent,
  thumbContent,
} from "./bar-state.ts";

const typed: BarDraft = { open: true, categories: ["too_long"], comment: " Far too long ", hint: null };
const sent = detailedContent(typed);

describe("reduceBar", () => {
  const table: [string, BarDraft, BarEvent, Partial<BarDraft>][] = [
    ["thumbs-down unfolds", emptyBarDraft, { type: "rated", thumb: 0 }, { open: true }],
    [
      "thumbs-up folds and keeps what was typed",
      typed,
      { type: "rated", thumb: 1 },
      { ...typed, open: false },
    ],
    ["undo folds and keeps what was typed", typed, { type: "taken_back" }, { ...typed, open: false }],
    [
      "a tick joins",
      typed,
      { type: "category_toggled", value: "other" },
      { categories: ["too_long", "other"] },
    ],
    ["a second tick leaves", typed, { type: "category_toggled", value: "too_long" }, { categories: [] }],
    ["details fold once stored", typed, { type: "details_stored", content: sent }, { open: false }],
    [
      "details stay when more was typed since",
      { ...typed, comment: "More" },
      { type: "details_stored", content: sent },
      { open: true },
    ],
    [
      "typing ends a hint",
      { ...typed, hint: "nothing_to_send" },
      { type: "comment_typed", comment: "A" },
      { hint: null },
    ],
  ];
  it.each(table)("%s", (_, draft, event, expected) => {
    expect(reduceBar(draft, event)).toMatchObject(expected);
  });
});

describe("detailedContent", () => {
  it("trims the comment", () => {
    expect(sent).toEqual({
      rating_type: "binary",
      rating_value: 0,
      rating_categories: ["too_long"],
      feedback_comment: "Far too long",
    });
  });
  it("leaves out what is empty", () => {
    expect(detailedContent({ ...emptyBarDraft, comment: "  " })).toEqual(thumbContent(0));
  });
});

describe("hasNews", () => {
  it.each([
    ["nothing typed on a plain thumbs-down", emptyBarDraft, thumbContent(0), false],
    ["nothing typed on no rating", emptyBarDraft, null, false],
    ["typed on a plain thumbs-down", typed, thumbContent(0), true],
    ["typed on no rating", typed, null, true],
    ["the same as stored", typed, sent, false],
    ["emptied after it was stored", emptyBarDraft, sent, true],
  ])("%s", (_, draft, shown, news) => {
    expect(hasNews(draft, shown)).toBe(news);
  });
});

describe("retriedContent", () => {
  const refusedWith = (content: Extract<Wish, { kind: "rate" }>["content"]) => {
    const wish: Wish = { kind: "rate", feedbackId: "id", content };
    const refusal = new FeedbackRefused({ code: "x", status: 503, detail: "No.", retryable: true });
    return reduceSubmission(reduceSubmission(initialSubmission(), { type: "wished", wish }), {
      type: "refused",
      refusal,
    });
  };
  it("gives refused details as they are typed now", () => {
    expect(retriedContent(refusedWith(sent), { ...typed, comment: "New" })?.feedback_comment).toBe("New");
  });
  it("leaves a refused plain thumb as it was", () => {
    expect(retriedContent(refusedWith(thumbContent(0)), typed)).toBeNull();
    expect(retriedContent(refusedWith(thumbContent(1)), typed)).toBeNull();
  });
});
