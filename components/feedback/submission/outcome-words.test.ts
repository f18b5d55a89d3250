import { expect, it } from "vitest";
import { FeedbackRefused } from "../adapter/refusal.ts";
import { thumbContent } from "../bar/bar-state.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { textsWith } from "../texts/texts.ts";
import { hinted, toOutcome } from "./outcome-words.ts";
import { initialSubmission, type SubmissionState, type Wish } from "./submission-state.ts";

const rate = (content: Extract<Wish, { kind: "rate" }>["content"]): Wish => ({
  kind: "rate",
  feedbackId: "id",
  content,
});
const up = rate(thumbContent(1));
const refusal = (extra = {}) =>
  new FeedbackRefused({
    code: "token_expired",
    status: 403,
    detail: "It is too late.",
    retryable: false,
    ...extra,
  });
const state = (change: Partial<SubmissionState>) => ({ ...initialSubmission(), ...change });
const texts = textsWith(englishOutcomes);

it.each([
  ["silence at first", state({}), "", false, false],
  [
    "silence while sending",
    state({ inFlight: { kind: "submit", feedbackId: "id", content: thumbContent(1) } }),
    "",
    false,
    false,
  ],
  ["silence while another widget has the word", state({ granted: up, muted: true }), "", false, false],
  ["thanks", state({ granted: up }), texts.ratingSaved, false, false],
  [
    "thanks for details",
    state({ granted: rate({ ...thumbContent(0), feedback_comment: "No" }) }),
    texts.detailsSaved,
    false,
    false,
  ],
  ["a removal", state({ granted: { kind: "take_back" } }), texts.ratingRemoved, false, false],
  [
    "the server's words",
    state({ refused: { wish: up, refusal: refusal() } }),
    `${texts.ratingNotSaved} It is too late.`,
    true,
    true,
  ],
  [
    "how long to wait",
    state({ refused: { wish: up, refusal: refusal({ retryAfterSeconds: 7 }) } }),
    `${texts.ratingNotSaved} It is too late. Please wait 7 s.`,
    true,
    true,
  ],
  [
    "where a rating is while offline",
    state({ kept: { durable: true, offline: true } }),
    "Kept on this device. It will be sent when you are back online.",
    false,
    false,
  ],
  [
    "where a rating is that would not outlive the page",
    state({ kept: { durable: false, offline: false } }),
    "Kept while this page stays open. It will be sent when the server is back.",
    false,
    false,
  ],
  [
    "another try under way",
    state({
      refused: { wish: up, refusal: refusal() },
      inFlight: { kind: "submit", feedbackId: "id", content: thumbContent(1) },
    }),
    texts.sending,
    false,
    true,
  ],
] as const)("outcomeOf: %s", (name, given, words, failed, canRetry) => {
  const done = ["thanks", "thanks for details", "a removal"].includes(name);
  expect(toOutcome(given, texts)).toEqual({ words, failed, canRetry, done });
});

it("shows a refusal in the host's texts if it has some", () => {
  const own = textsWith(englishOutcomes, {
    refusals: { token_expired: "Zu spät." },
    ratingNotSaved: "Nicht gespeichert.",
  });
  const refused = state({ refused: { wish: up, refusal: refusal() } });
  expect(toOutcome(refused, own).words).toBe("Nicht gespeichert. Zu spät.");
  expect(own.refusals.unreachable).toBe(englishOutcomes.refusals.unreachable);
});

it("shows what a press lacked before the previous outcome, without its thanks", () => {
  const refused = toOutcome(state({ refused: { wish: up, refusal: refusal() } }), texts);
  expect(hinted(refused, "Choose.").words).toBe(`Choose. ${texts.ratingNotSaved} It is too late.`);
  expect(hinted(toOutcome(state({ granted: up }), texts), "Choose.")).toMatchObject({
    words: "Choose.",
    done: false,
  });
});
