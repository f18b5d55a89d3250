import type { englishEditor } from "../texts/english/editor.ts";
import type { Decision } from "./capture-decision.ts";

/** The name of the words about the last press, where the outcome of a request does not say enough. */
export type Hint = Extract<
  keyof typeof englishEditor,
  "copied" | "notCopied" | "draftAccepted" | "noTextToSubmit" | "cannotTakeBack"
>;

/** What to say of a text that was submitted, beside what becomes of the request. */
export function submitHint(decision: Decision, text: string, canTakeBack: boolean): Hint | null {
  if (decision === "accept") return "draftAccepted";
  if (decision === "take_back") return canTakeBack ? null : "cannotTakeBack";
  return text.trim() === "" ? "noTextToSubmit" : null;
}
