import { expect, it } from "vitest";
import { announcement, type DraftEvent, type DraftState, noDraft, reduceDraft } from "./draft-state.ts";

const draft = { interactionId: "i", feedbackToken: "t", input: "…", text: "Dear …", modelName: "m" };
const failure = { message: "The model did not answer.", signedOut: false };
const asked: DraftEvent = { type: "asked" };
const written: DraftEvent = { type: "written", draft };
const failed: DraftEvent = { type: "failed", failure };

it.each<[string, DraftEvent[], DraftState, string]>([
  ["nothing was asked", [], noDraft, ""],
  ["the tab was loaded again", [{ type: "restored", draft }], { ...noDraft, draft }, "The draft is ready."],
  ["a draft is being written", [asked], { ...noDraft, busy: true }, "Generating draft…"],
  ["a draft is there", [asked, written], { ...noDraft, draft }, "The draft is ready."],
  [
    "the next one is being written, the last one stays",
    [asked, written, asked],
    { busy: true, draft, failure: null },
    "Generating draft…",
  ],
  [
    "the next one failed, the last one stays",
    [asked, written, asked, failed],
    { busy: false, draft, failure },
    "",
  ],
  [
    "it is asked for again after a failure",
    [asked, failed, asked],
    { ...noDraft, busy: true },
    "Generating draft…",
  ],
])("when %s", (_, events, state, words) => {
  const reached = events.reduce(reduceDraft, noDraft);
  expect(reached).toEqual(state);
  expect(announcement(reached)).toBe(words);
});
