"use client";
import { type Details, hasDetails, toDetails, withDetails } from "../submission/details.ts";
import { type Outcome, toOutcome } from "../submission/outcome-words.ts";
import { type StoredDetails, storedSubmission } from "../submission/stored-rating.ts";
import { isBusy, refusedRating, type SubmissionState, shownRating } from "../submission/submission-state.ts";
import { useSubmission } from "../submission/use-submission.ts";
import { englishComment } from "../texts/english/comment.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { textsWith } from "../texts/texts.ts";
import type { WidgetProps } from "./widget-props.ts";

/** What the category picker and the comment box take. */
export interface CommentRatingOptions extends WidgetProps {
  /** The categories and comment already stored, as one rating of type `comment`. */
  initial?: StoredDetails | undefined;
}

/** A rating of type `comment`, with categories, a comment or both. */
export interface CommentRating {
  /** What the user wants the server to have. */
  said: Details;
  /** What was refused and can be retried; null if nothing was. */
  refused: Details | null;
  busy: boolean;
  /** Whether the server has it. */
  stored: boolean;
  outcome: Outcome;
  /**
   * Adds these details to the existing ones, or removes the rating if none are left; false if that is not
   * possible.
   */
  say(change: Partial<Details> | ((said: Details) => Partial<Details>)): boolean;
  /** Retries what was refused, with these details in their place. */
  retry(change?: Partial<Details>): void;
}

const english = { ...englishOutcomes, ...englishComment };

/** The texts of the picker and the box, with the host's overrides. */
export const commentTexts = (own: WidgetProps["texts"]) => textsWith(english, own);

/**
 * One answer's rating of type `comment`, shared by all widgets of a page: each adds its details to those of
 * the others.
 */
export function useCommentRating({ initial, ...host }: CommentRatingOptions): CommentRating {
  const [submission, queue] = useSubmission(host, "comment", storedSubmission("comment", initial));
  const texts = commentTexts(host.texts);

  function tell(details: Details): boolean {
    const content = withDetails({ rating_type: "comment" }, details);
    if (hasDetails(content)) queue.rate(content);
    else queue.takeBack();
    return hasDetails(content) || host.adapter.remove !== undefined;
  }

  return {
    said: toDetails(shownRating(submission)),
    refused: refusedDetails(submission),
    busy: isBusy(submission),
    stored: !submission.inFlight,
    outcome: toOutcome(submission, {
      ...texts,
      ratingSaved: texts.feedbackSaved,
      detailsSaved: texts.feedbackSaved,
      ratingRemoved: texts.feedbackRemoved,
      ratingNotSaved: texts.feedbackNotSaved,
      ratingNotRemoved: texts.feedbackNotRemoved,
    }),
    say(change) {
      // Another page of the device may have changed it.
      queue.recall();
      const said = toDetails(shownRating(queue.state()));
      return tell({ ...said, ...(typeof change === "function" ? change(said) : change) });
    },
    retry(change) {
      const refused = refusedDetails(queue.state());
      if (refused) tell({ ...refused, ...change });
      else queue.retry();
    },
  };
}

function refusedDetails(submission: SubmissionState): Details | null {
  const refused = refusedRating(submission);
  return refused && toDetails(refused);
}
