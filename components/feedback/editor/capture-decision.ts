import type { RatingContent } from "../adapter/bodies.ts";
import type { EditTrigger } from "./edit-measure.ts";
import { oneLineBreak } from "./field-text.ts";

/** A text at the moment at which it may be final. */
export interface FinalMoment {
  draft: string;
  text: string;
  trigger: EditTrigger;
  /** The correction that the server has or is about to have. */
  shown: RatingContent | null;
  /** Whether the text was changed since it was last captured. */
  touched: boolean;
  /** Whether the user did that, as far as can be told: a form that is reset shows the draft again, too. */
  byHand: boolean;
}

/**
 * What a final text says: `correct`, a correction; `accept`, the draft is right as it is; `take_back`, the user has
 * gone back to the draft, and the edit that was sent is no longer theirs.
 */
export type Decision = "correct" | "take_back" | "accept" | "nothing";

/**
 * Empty text says nothing: it is what forms and chats leave behind. Who leaves has said nothing by text that they did
 * not change.
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
