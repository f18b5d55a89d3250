import type { RatingType } from "#lib/domain/rating.ts";

/** The fields of a rating that depend on each other. */
export interface RatingParts {
  rating_type: RatingType;
  interaction_id?: string | undefined;
  session_id?: string | undefined;
  rating_value?: number | undefined;
  rating_categories?: readonly string[] | undefined;
  correction_text?: string | undefined;
  feedback_comment?: string | undefined;
  score_name?: string | undefined;
  score_value?: boolean | number | undefined;
  score_label?: string | undefined;
}

interface RatingFault {
  path: keyof RatingParts;
  message: string;
}

/** The fields that are invalid for the rating's type, each with what is expected. */
export function validateRating(rating: RatingParts): RatingFault[] {
  return [...targetFaults(rating), ...valueFaults(rating), ...textFaults(rating), ...scoreFaults(rating)];
}

function targetFaults({ rating_type: type, interaction_id, session_id }: RatingParts): RatingFault[] {
  if (interaction_id !== undefined) return [];
  if (type !== "score") return [{ path: "interaction_id", message: "is required" }];
  if (session_id !== undefined) return [];
  return [{ path: "interaction_id", message: "is required, unless session_id is set for a session score" }];
}

function valueFaults({ rating_type: type, rating_value: value }: RatingParts): RatingFault[] {
  if (type === "binary") {
    if (value === 0 || value === 1) return [];
    return [{ path: "rating_value", message: "must be 0 or 1 for binary ratings" }];
  }
  if (type === "stars") {
    if (value !== undefined && Number.isInteger(value) && value >= 1 && value <= 5) return [];
    return [{ path: "rating_value", message: "must be an integer from 1 to 5 for star ratings" }];
  }
  if (value === undefined) return [];
  if (type === "score")
    return [
      {
        path: "rating_value",
        message: "is only allowed for binary and stars; use score_value or score_label for scores",
      },
    ];
  return [{ path: "rating_value", message: `is only allowed for binary and stars, not for ${type}` }];
}

function textFaults(rating: RatingParts): RatingFault[] {
  const { rating_type: type, rating_categories: categories = [] } = rating;
  const { correction_text: correction, feedback_comment: comment } = rating;
  const faults: RatingFault[] = [];
  if (type === "correction" && correction === undefined) {
    faults.push({ path: "correction_text", message: "is required for corrections" });
  }
  if (type !== "correction" && correction !== undefined) {
    faults.push({
      path: "correction_text",
      message: `is only allowed for corrections, not for ${type}; send a separate correction`,
    });
  }
  if (type === "comment" && !comment?.trim() && categories.length === 0) {
    faults.push({ path: "feedback_comment", message: "is required for comments without rating_categories" });
  }
  return faults;
}

const scoreFields = ["score_name", "score_value", "score_label"] as const;

function scoreFaults(rating: RatingParts): RatingFault[] {
  const sent = scoreFields.filter((field) => rating[field] !== undefined);
  if (rating.rating_type !== "score")
    return sent.map((path) => ({
      path,
      message: `is only allowed for scores, not for ${rating.rating_type}`,
    }));
  const faults: RatingFault[] = [];
  if (!sent.includes("score_name")) faults.push({ path: "score_name", message: "is required for scores" });
  if (!sent.includes("score_value") && !sent.includes("score_label"))
    faults.push({
      path: "score_value",
      message: "is required for scores, or score_label for category scores",
    });
  if (sent.includes("score_value") && sent.includes("score_label"))
    faults.push({ path: "score_label", message: "cannot be combined with score_value" });
  return faults;
}
