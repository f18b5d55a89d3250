import { describe, expect, it } from "vitest";
import type { PendingPage } from "#lib/observe/ingest/index.ts";
import { pendingSentence, pendingText } from "./pending-text.ts";

const waiting = (type: PendingPage["data"][number]["type"], event: Record<string, unknown>) =>
  pendingText({ type, event, eventId: "e", interactionId: "i", sessionId: null, receivedAt: new Date(0) });

describe("an awaited event", () => {
  it("says its rating, categories and comment", () => {
    const event = {
      rating_type: "binary",
      rating_value: 0,
      rating_categories: ["too_long"],
      feedback_comment: "Cut it.",
    };
    expect(waiting("feedback", event)).toMatchObject({
      words: "Thumbs down",
      categories: ["too_long"],
      passage: null,
      text: "Cut it.",
    });
  });

  it("says what an edit made of the response", () => {
    const event = { rating_type: "correction", rating_categories: [], correction_text: "Better." };
    expect(waiting("feedback", event)).toMatchObject({ words: "Edited the answer", text: "Better." });
  });

  it("says the marked passage with its category and comment", () => {
    const event = { quote_exact: "It says", category: "wrong", comment: "It does not." };
    expect(waiting("annotation", event)).toMatchObject({
      words: "Highlighted a passage",
      categories: ["wrong"],
      passage: "It says",
      text: "It does not.",
    });
  });

  it("says the signal with its value", () => {
    expect(waiting("signal", { signal: "dwell", value: 4 }).words).toBe("Dwell time · 4.0 s");
    expect(waiting("signal", { signal: "copy" }).words).toBe("Copied");
  });
});

describe("the sentence about what waits", () => {
  it.each([
    [0, 0, null],
    [1, 0, "1 event is waiting for its interaction."],
    [1_200, 0, "1,200 events are waiting for their interactions."],
    [1, 2, "3 events are waiting for their interactions, 2 of them for more than a day."],
    [0, 1, "1 event has been waiting for its interaction for more than a day."],
    [0, 2, "2 events have been waiting for their interactions for more than a day."],
  ])("of %i young and %i old ones", (young, old, sentence) =>
    expect(pendingSentence({ waiting: young, orphaned: old })).toBe(sentence),
  );
});
