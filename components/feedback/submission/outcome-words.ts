import type { FeedbackRefused, Kept, RatingType } from "../adapter/adapter.ts";
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

/** The words for the present state of a widget that sends ratings of type `ratingType`. */
export function outcomeOf(state: SubmissionState, ratingType: RatingType, texts: Texts): Outcome {
  if (state.kept) return { words: keptWords(state.kept, texts), failed: false, canRetry: false };
  if (state.refused && state.inFlight) return { words: texts.sending, failed: false, canRetry: true };
  if (state.refused) {
    const words = [
      notDone(state.refused.wish, ratingType, texts),
      refusalWords(state.refused.refusal, texts),
    ].join(" ");
    return { words, failed: true, canRetry: true };
  }
  if (state.granted && !state.inFlight) {
    return { words: done(state.granted, ratingType, texts), failed: false, canRetry: false };
  }
  return { words: "", failed: false, canRetry: false };
}

function keptWords({ durable, offline }: Kept, texts: Texts): string {
  const where = durable ? texts.keptOnDevice : texts.keptInPage;
  return `${where} ${offline ? texts.sentWhenOnline : texts.sentWhenReachable}`;
}

function done(wish: Wish, ratingType: RatingType, texts: Texts): string {
  const edit = ratingType === "correction";
  if (wish.kind === "take_back") return edit ? texts.editRemoved : texts.ratingRemoved;
  if (edit) return texts.editSaved;
  const detailed = wish.content.feedback_comment || wish.content.rating_categories?.length;
  return detailed ? texts.detailsSaved : texts.ratingSaved;
}

function notDone(wish: Wish, ratingType: RatingType, texts: Texts): string {
  const edit = ratingType === "correction";
  if (wish.kind === "take_back") return edit ? texts.editNotRemoved : texts.ratingNotRemoved;
  return edit ? texts.editNotSaved : texts.ratingNotSaved;
}

function refusalWords(refusal: FeedbackRefused, texts: Texts): string {
  const words = texts.refusals[refusal.code] ?? refusal.detail;
  if (refusal.retryAfterSeconds === undefined) return words;
  return `${words} ${fill(texts.retryAfter, { seconds: refusal.retryAfterSeconds })}`;
}
