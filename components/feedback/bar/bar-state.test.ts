import { describe, expect, it } from "vitest";
import type { RatingContent } from "../adapter/bodies.ts";
import { FeedbackRefused } from "../adapter/refusal.ts";
import { initialSubmission, reduceSubmission } from "../submission/submission-state.ts";
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

const details = { categories: ["too_long"], comment: " Far too long " };
const typed: BarDraft = { open: 0, details: { 0: details }, hinted: false };
const sent = detailedContent(0, details);

describe("reduceBar", () => {
  const table: [string, BarDraft, BarEvent, Partial<BarDraft>][] = [
    ["a thumb unfolds", emptyBarDraft, { type: "unfolded", thumb: 0 }, { open: 0 }],
    ["folding keeps what was typed", typed, { type: "unfolded", thumb: null }, { ...typed, open: null }],
    ["the other thumb keeps what was typed", typed, { type: "unfolded", thumb: 1 }, { ...typed, open: 1 }],
    [
      "what is typed for one thumb leaves the other's alone",
      typed,
      { type: "edited", thumb: 1, details: { categories: ["clear"], comment: "" } },
      { details: { 0: details, 1: { categories: ["clear"], comment: "" } } },
    ],
    ["details fold once stored", typed, { type: "details_stored", content: sent }, { open: null }],
    [
      "details stay when more was typed since",
      { ...typed, details: { 0: { ...details, comment: "More" } } },
      { type: "details_stored", content: sent },
      { open: 0 },
    ],
    [
      "details of the other thumb stay",
      { ...typed, open: 1, details: { 1: details } },
      { type: "details_stored", content: sent },
      { open: 1 },
    ],
    [
      "details that nobody touched fold",
      { ...typed, details: {} },
      { type: "details_stored", content: sent },
      { open: null },
    ],
    [
      "typing ends a hint",
      { ...typed, hinted: true },
      { type: "edited", thumb: 0, details },
      { hinted: false },
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
  it("leaves out empty values", () => {
    expect(detailedContent(1, { categories: [], comment: "  " })).toEqual(thumbContent(1));
  });
});

describe("hasNews", () => {
  const plain = thumbContent(0);
  it.each([
    ["nothing typed on a plain thumb", plain, plain, false],
    ["nothing typed on no rating", plain, null, false],
    ["typed on a plain thumb", sent, plain, true],
    ["typed on no rating", sent, null, true],
    ["typed on the other thumb", sent, thumbContent(1), true],
    ["the same as stored", sent, sent, false],
    ["emptied after it was stored", plain, sent, true],
  ])("%s", (_, content, shown, news) => {
    expect(hasNews(content, shown)).toBe(news);
  });
});

describe("retriedContent", () => {
  const refusedWith = (content: RatingContent) => {
    const refusal = new FeedbackRefused({ code: "x", status: 503, detail: "No.", retryable: true });
    const wished = { type: "wished", wish: { kind: "rate", feedbackId: "id", content } } as const;
    return reduceSubmission(reduceSubmission(initialSubmission(), wished), { type: "refused", refusal });
  };
  const now = { ...typed, details: { 0: { ...details, comment: "New" } } };
  it("sends refused details as they are now", () => {
    expect(retriedContent(refusedWith(sent), now)?.feedback_comment).toBe("New");
  });
  it.each([
    ["a refused plain thumb", thumbContent(0), now],
    ["details of the other thumb", detailedContent(1, details), now],
    ["details that were folded since", sent, { ...now, open: null }],
  ])("leaves %s unchanged", (_, content, draft) => {
    expect(retriedContent(refusedWith(content), draft)).toBeNull();
  });
});
