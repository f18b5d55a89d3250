import type { RatingContent } from "../adapter/bodies.ts";
import type { EditTrigger } from "./edit-measure.ts";
import { oneLineBreak } from "./field-text.ts";

/** A text at a moment when it may be final. */
export interface FinalMoment {
  draft: string;
  text: string;
  trigger: EditTrigger;
  /** The correction that the server has or is about to get. */
  shown: RatingContent | null;
  /** Whether the text was changed since it was last captured. */
  touched: boolean;
  /** Whether the user changed it, as far as that is known: a form reset also restores the draft. */
  byHand: boolean;
}

/**
 * What a final text means: `correct`, a correction; `accept`, the draft is right as it is; `take_back`, the
 * user has returned to the draft, which undoes the edit that was sent.
 */
export type Decision = "correct" | "take_back" | "accept" | "nothing";

/**
 * Empty text means nothing, since forms and chats clear their fields. An unchanged text means nothing when
 * the user leaves.
 */
export function decide({ draft, text, trigger, shown, touched, byHand }: FinalMoment): Decision {
  const leaving = trigger === "leave";
  if (text.trim() === "" || (leaving && !touched)) return "nothing";
  if (isEdit(draft, text)) return "correct";
  if (shown) return touched && byHand ? "take_back" : "nothing";
  return leaving ? "nothing" : "accept";
}

/** Whether `text` is an edit of `draft`. Text areas turn every line break into \n, which is not an edit. */
export function isEdit(draft: string, text: string): boolean {
  return text.trim() !== "" && oneLineBreak(text) !== oneLineBreak(draft);
}
