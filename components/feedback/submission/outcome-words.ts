import type { Kept } from "../adapter/adapter.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import type { englishOutcomes } from "../texts/english/outcomes.ts";
import { fill, type Texts } from "../texts/texts.ts";
import { hasDetails } from "./details.ts";
import type { SubmissionState, Wish } from "./submission-state.ts";

/** The status of a widget's last request. */
export interface Outcome {
  /** The message; "" if there is none. */
  words: string;
  failed: boolean;
  /** Whether the message confirms success. */
  done: boolean;
  /** Whether to offer a retry. Stays true while the retry is in progress. */
  canRetry: boolean;
}

/** The outcome, preceded by a message about the last press, which sent nothing. */
export const hinted = (outcome: Outcome, hint: string): Outcome => ({
  ...outcome,
  words: `${hint} ${outcome.done ? "" : outcome.words}`.trim(),
  done: false,
});

/** The texts for outcomes. */
export type OutcomeTexts = Pick<Texts, keyof typeof englishOutcomes>;

/** The text for the current state of a widget. */
export function toOutcome(state: SubmissionState, texts: OutcomeTexts): Outcome {
  const { muted, kept, refused, granted, inFlight } = state;
  const told = (words: string, failed = false, canRetry = failed) => ({
    words,
    failed,
    canRetry,
    done: false,
  });
  if (muted) return told("");
  if (kept) return told(keptWords(kept, texts));
  if (refused && inFlight) return told(texts.sending, false, true);
  if (refused) {
    const notDone = refused.wish.kind === "take_back" ? texts.ratingNotRemoved : texts.ratingNotSaved;
    return told(`${notDone} ${formatRefusal(refused.refusal, texts)}`, true);
  }
  return granted && !inFlight ? { ...told(thanks(granted, texts)), done: true } : told("");
}

function keptWords({ durable, offline }: Kept, texts: OutcomeTexts): string {
  const where = durable ? texts.keptOnDevice : texts.keptInPage;
  return `${where} ${offline ? texts.sentWhenOnline : texts.sentWhenReachable}`;
}

function thanks(wish: Wish, texts: OutcomeTexts): string {
  if (wish.kind === "take_back") return texts.ratingRemoved;
  return hasDetails(wish.content) ? texts.detailsSaved : texts.ratingSaved;
}

/** Why the server refused, in the host's texts or the server's own words. */
export function formatRefusal(refusal: FeedbackRefused, texts: OutcomeTexts): string {
  const words = texts.refusals[refusal.code] ?? refusal.detail;
  if (refusal.retryAfterSeconds === undefined) return words;
  return `${words} ${fill(texts.retryAfter, { seconds: refusal.retryAfterSeconds })}`;
}
