import type { Kept } from "../adapter/adapter.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import type { englishOutcomes } from "../texts/english/outcomes.ts";
import { fill, type Texts } from "../texts/texts.ts";
import type { SubmissionState, Wish } from "./submission-state.ts";

/** What a widget says of its dealings with the server. */
export interface Outcome {
  /** "" while there is nothing to say. */
  words: string;
  failed: boolean;
  /** Whether to offer another try; stays while that try is under way. */
  canRetry: boolean;
}

/** The words that an outcome is told in. */
export type OutcomeTexts = Pick<Texts, keyof typeof englishOutcomes>;

/** The words for the present state of a widget. */
export function outcomeOf(state: SubmissionState, texts: OutcomeTexts): Outcome {
  if (state.muted) return { words: "", failed: false, canRetry: false };
  if (state.kept) return { words: keptWords(state.kept, texts), failed: false, canRetry: false };
  if (state.refused && state.inFlight) return { words: texts.sending, failed: false, canRetry: true };
  if (state.refused) {
    const { wish, refusal } = state.refused;
    const notDone = wish.kind === "take_back" ? texts.ratingNotRemoved : texts.ratingNotSaved;
    return { words: `${notDone} ${refusalWords(refusal, texts)}`, failed: true, canRetry: true };
  }
  const words = state.granted && !state.inFlight ? thanks(state.granted, texts) : "";
  return { words, failed: false, canRetry: false };
}

function keptWords({ durable, offline }: Kept, texts: OutcomeTexts): string {
  const where = durable ? texts.keptOnDevice : texts.keptInPage;
  return `${where} ${offline ? texts.sentWhenOnline : texts.sentWhenReachable}`;
}

function thanks(wish: Wish, texts: OutcomeTexts): string {
  if (wish.kind === "take_back") return texts.ratingRemoved;
  const detailed = wish.content.feedback_comment || wish.content.rating_categories?.length;
  return detailed ? texts.detailsSaved : texts.ratingSaved;
}

/** Why the server refused, in the host's words or its own. */
export function refusalWords(refusal: FeedbackRefused, texts: OutcomeTexts): string {
  const words = texts.refusals[refusal.code] ?? refusal.detail;
  if (refusal.retryAfterSeconds === undefined) return words;
  return `${words} ${fill(texts.retryAfter, { seconds: refusal.retryAfterSeconds })}`;
}
