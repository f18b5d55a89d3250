import type { RatingType } from "#lib/domain/rating";

/** The parts of a rating that must fit each other. */
export interface RatingParts {
  rating_type: RatingType;
  rating_value?: number | undefined;
  rating_categories?: readonly string[] | undefined;
  correction_text?: string | undefined;
  feedback_comment?: string | undefined;
}

/** What does not fit in a rating of its type: the field, and what it should be. */
export function ratingFaults(rating: RatingParts): { path: keyof RatingParts; message: string }[] {
  const {
    rating_type: type,
    rating_value: value,
    rating_categories: categories = [],
    correction_text: correction,
    feedback_comment: comment,
  } = rating;
  const faults: { path: keyof RatingParts; message: string }[] = [];
  if (type === "binary" && value !== 0 && value !== 1) {
    faults.push({ path: "rating_value", message: "must be 0 or 1 for a binary rating" });
  }
  if (type === "stars" && !(Number.isInteger(value) && value !== undefined && value >= 1 && value <= 5)) {
    faults.push({ path: "rating_value", message: "must be a whole number from 1 to 5 for stars" });
  }
  if ((type === "correction" || type === "comment") && value !== undefined) {
    faults.push({ path: "rating_value", message: `belongs to binary and stars, not to a ${type}` });
  }
  if (type === "correction" && correction === undefined) {
    faults.push({ path: "correction_text", message: "is required for a correction: the edited text" });
  }
  if (type !== "correction" && correction !== undefined) {
    faults.push({
      path: "correction_text",
      message: `belongs to a correction, not to a ${type} rating; send it as its own`,
    });
  }
  if (type === "comment" && !comment?.trim() && categories.length === 0) {
    faults.push({ path: "feedback_comment", message: "is required for a comment without rating_categories" });
  }
  return faults;
}
