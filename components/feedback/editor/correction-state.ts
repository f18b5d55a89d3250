import type { RatingContent } from "../adapter/bodies.ts";

/** What the user has done in the editor. */
export interface EditorState {
  /** The text as typed; null until the first key, so that a draft that is still growing shows. */
  edited: string | null;
  showsChanges: boolean;
  /** What the editor has to say about the last press. */
  hint: "copied" | "not_copied" | "nothing_edited" | null;
}

/** What may happen in the editor. */
export type EditorEvent =
  | { type: "typed"; text: string }
  | { type: "changes_toggled" }
  | { type: "hinted"; hint: EditorState["hint"] };

/** An editor that nobody has touched. */
export const untouchedEditor: EditorState = { edited: null, showsChanges: false, hint: null };

/** The next state of the editor. */
export function reduceEditor(state: EditorState, event: EditorEvent): EditorState {
  switch (event.type) {
    case "typed":
      return { ...state, edited: event.text, hint: null };
    case "changes_toggled":
      return { ...state, showsChanges: !state.showsChanges, hint: null };
    case "hinted":
      return { ...state, hint: event.hint };
  }
}

/** The final text as a rating. */
export function correctionContent(text: string): RatingContent {
  return { rating_type: "correction", correction_text: text };
}

/** What the server should be told when the user takes `text` as final. */
export type Capture = { kind: "rate"; content: RatingContent } | { kind: "take_back" } | { kind: "nothing" };

/**
 * Unchanged or empty text is not a correction. When an edit was sent before and the user has gone back to the
 * draft, that edit is no longer theirs.
 */
export function captureOf(draft: string, text: string, shown: RatingContent | null): Capture {
  if (isEdit(draft, text)) return { kind: "rate", content: correctionContent(text) };
  return shown ? { kind: "take_back" } : { kind: "nothing" };
}

/** Whether `text` is an edit of `draft`. Text areas turn every line break into \n, which is not an edit. */
export function isEdit(draft: string, text: string): boolean {
  return text.trim() !== "" && oneLineBreak(text) !== oneLineBreak(draft);
}

function oneLineBreak(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
