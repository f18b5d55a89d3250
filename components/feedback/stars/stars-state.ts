import type { RatingContent } from "../adapter/bodies.ts";

/** The values of the stars, worst first. */
export const starValues = [1, 2, 3, 4, 5] as const;

/** A rating of `value` stars, as it is sent. */
export function starsContent(value: number): RatingContent {
  return { rating_type: "stars", rating_value: value };
}

/** What the stars draw and what they would send when the user is done choosing. */
export interface StarsChoice {
  /** The star that arrow keys have moved to but not sent; null when there is none. */
  preview: number | null;
  /** The value that the user wants the server to have; null for none. */
  rated: number | null;
}

/** The star to draw as checked. */
export function checkedStar(choice: StarsChoice): number | null {
  return choice.preview ?? choice.rated;
}

/** The value to send when the user leaves the stars; null when there is nothing new. */
export function valueOnLeaving(choice: StarsChoice): number | null {
  return choice.preview !== null && choice.preview !== choice.rated ? choice.preview : null;
}

/** Whether a key moves between radios. */
export function isArrowKey(key: string): boolean {
  return key === "ArrowLeft" || key === "ArrowRight" || key === "ArrowUp" || key === "ArrowDown";
}
