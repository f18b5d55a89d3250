import type { RatingContent } from "../adapter/bodies.ts";

/** The values of the stars, worst first. */
export const starValues = [1, 2, 3, 4, 5] as const;

/** A rating of `value` stars, as sent. */
export function starsContent(value: number): RatingContent {
  return { rating_type: "stars", rating_value: value };
}

/** The stars to show, and what is sent when the user has finished choosing. */
export interface StarsChoice {
  /** The star reached with arrow keys but not sent; null if there is none. */
  preview: number | null;
  /** The value that the server should have; null for none. */
  rated: number | null;
}

/** The star to show as checked. */
export function checkedStar(choice: StarsChoice): number | null {
  return choice.preview ?? choice.rated;
}

/** The value to send when the user leaves the stars; null if nothing is new. */
export function valueOnLeaving(choice: StarsChoice): number | null {
  return choice.preview !== null && choice.preview !== choice.rated ? choice.preview : null;
}

/** Whether a key moves between radios. */
export function isArrowKey(key: string): boolean {
  return key === "ArrowLeft" || key === "ArrowRight" || key === "ArrowUp" || key === "ArrowDown";
}
