import type { RatingContent } from "../adapter/bodies.ts";

/** The categories and comment of a rating. */
export interface Details {
  /** Category values, in the order of selection. */
  categories: readonly string[];
  comment: string;
}

/** The details of a rating; empty without one. */
export const toDetails = (content: RatingContent | null | undefined): Details => ({
  categories: content?.rating_categories ?? [],
  comment: content?.feedback_comment ?? "",
});

/** The rating with only these details, as sent: empty values are left out. */
export function withDetails(
  { rating_type, rating_value }: RatingContent,
  { categories, comment }: Details,
): RatingContent {
  const said = comment.trim();
  return {
    rating_type,
    ...(rating_value === undefined ? {} : { rating_value }),
    ...(categories.length > 0 ? { rating_categories: [...categories] } : {}),
    ...(said ? { feedback_comment: said } : {}),
  };
}

/** Whether a rating has categories or a comment. */
export const hasDetails = (content: RatingContent): boolean =>
  Boolean(content.feedback_comment || content.rating_categories?.length);

/** Selects a category or clears it. */
export const ticking =
  (value: string, ticked: boolean) =>
  ({ categories }: Details): Pick<Details, "categories"> => {
    const others = categories.filter((other) => other !== value);
    return { categories: ticked ? [...others, value] : others };
  };
