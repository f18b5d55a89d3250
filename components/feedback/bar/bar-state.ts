import type { RatingContent } from "../adapter/bodies.ts";
import { type Details, hasDetails, withDetails } from "../submission/details.ts";
import { type SubmissionState, sameContent } from "../submission/submission-state.ts";

/** A thumb: 1 is up, 0 is down. */
export type Thumb = 0 | 1;

/** What the user has opened, selected and typed but may not have sent. */
export interface BarDraft {
  /** The thumb whose details are open. */
  open: Thumb | null;
  /** What was selected and typed on this visit, for each thumb. */
  details: Partial<Record<Thumb, Details>>;
  /** Whether the last press of "Send" had nothing to send. */
  hinted: boolean;
}

/** Events that change the draft. */
export type BarEvent =
  | { type: "unfolded"; thumb: Thumb | null }
  | { type: "edited"; thumb: Thumb; details: Details }
  | { type: "details_stored"; content: RatingContent }
  | { type: "hinted"; hinted: boolean }
  /** From this device, by an earlier bar of the same answer. */
  | { type: "recalled"; kept: unknown };

/** Nothing opened, selected or typed. */
export const emptyBarDraft: BarDraft = { open: null, details: {}, hinted: false };

/** The next draft. What was selected and typed survives closing, changing the thumb and refusals. */
export function reduceBar(draft: BarDraft, event: BarEvent): BarDraft {
  switch (event.type) {
    case "unfolded":
      return { ...draft, open: event.thumb, hinted: false };
    case "edited":
      return { ...draft, details: { ...draft.details, [event.thumb]: event.details }, hinted: false };
    case "details_stored":
      return saidMore(draft, event.content) ? draft : { ...draft, open: null };
    case "recalled":
      return isDraft(event.kept) ? event.kept : draft;
    case "hinted":
      return { ...draft, hinted: event.hinted };
  }
}

/** Whether more was selected or typed since "Send": it is not stored, so it stays visible. */
function saidMore({ open, details }: BarDraft, stored: RatingContent): boolean {
  const typed = open === null ? undefined : details[open];
  return open !== null && typed !== undefined && !sameContent(stored, detailedContent(open, typed));
}

/** A plain thumb, which is sent immediately. */
export function thumbContent(thumb: Thumb): RatingContent {
  return { rating_type: "binary", rating_value: thumb };
}

/** A thumb with its categories and comment, as "Send" sends it. */
export const detailedContent = (thumb: Thumb, details: Details): RatingContent =>
  withDetails(thumbContent(thumb), details);

/** The thumb of a rating; null if there is none. */
export function toThumb(content: RatingContent | null): Thumb | null {
  if (!content) return null;
  return content.rating_value === 1 ? 1 : 0;
}

/** Whether "Send" would add something to the shown rating. */
export function hasNews(content: RatingContent, shown: RatingContent | null): boolean {
  return toThumb(shown) === toThumb(content) && shown ? !sameContent(content, shown) : hasDetails(content);
}

/**
 * What "Try again" sends: the refused rating, with the current details in place of refused ones. null: the
 * refused request unchanged.
 */
export function retriedContent(
  { refused }: SubmissionState,
  { open, details }: BarDraft,
): RatingContent | null {
  if (refused?.wish.kind !== "rate" || open === null || toThumb(refused.wish.content) !== open) return null;
  const typed = details[open];
  return typed && hasDetails(refused.wish.content) ? detailedContent(open, typed) : null;
}

const thumbs: readonly Thumb[] = [0, 1];

/** Whether something is selected or typed that is not part of the shown rating. */
export const isUnsent = ({ details }: BarDraft, shown: RatingContent | null): boolean =>
  thumbs.some((thumb) => {
    const typed = details[thumb];
    return typed !== undefined && hasNews(detailedContent(thumb, typed), shown);
  });

const isDraft = (kept: unknown): kept is BarDraft =>
  Object.values((kept as Partial<BarDraft>)?.details ?? { none: {} }).every(
    ({ comment, categories }: Partial<Details>) => typeof comment === "string" && Array.isArray(categories),
  );
