"use client";
import type { RefObject } from "react";
import { type Outcome, toOutcome } from "../submission/outcome-words.ts";
import { isBusy, shownRating } from "../submission/submission-state.ts";
import type { Texts } from "../texts/texts.ts";
import { isEdit } from "./capture-decision.ts";
import type { EditCounts } from "./edit-measure.ts";
import type { EditHost } from "./edit-session.ts";
import { editTexts } from "./editor-texts.ts";
import { oneLineBreak } from "./field-text.ts";
import { countChanges, useCountedDifference } from "./use-counted-difference.ts";
import { useEditSession } from "./use-edit-session.ts";

/** What {@link useEditCapture} takes. */
export interface EditCaptureOptions extends EditHost {
  /** The field, where it has a ref already; else give the field the `ref` that the hook returns. */
  field?: RefObject<HTMLElement | null> | undefined;
  /** Words in place of the English ones. */
  texts?: Partial<Texts> | undefined;
}

/** What is known of the edit, and what only the host can tell of it. */
export interface EditCapture {
  /** For the text area, input or contenteditable to watch. The same function in every render. */
  ref: (field: HTMLElement | null) => void;
  /** The text by now. */
  text: string;
  /** Whether it is an edit of the draft. */
  changed: boolean;
  /** How far the edit went, a moment after the last key; null until it can be counted. */
  counts: EditCounts | null;
  /** The edit that was sent, also on an earlier visit: for the host to show it again. */
  sent: string | null;
  /** Whether a request is under way. */
  busy: boolean;
  /** What to say in a live region, and whether to offer another try. */
  outcome: Outcome;
  /** Tells that the text is final, for ways to submit or copy that no browser tells of; unless given, the text by now. */
  capture(trigger: "submit" | "copy", text?: string): void;
  /** Sends what was refused again. */
  retry(): void;
}

/**
 * Watches a field, or a `value` of the host's, that began as the draft, and sends the final text as a correction when
 * the user submits the form around it, copies from it or leaves (the page is hidden, the field or the component goes).
 * The same text is sent once, a later one in its place. The draft as it is, submitted or copied, is an `accept` signal.
 */
export function useEditCapture(options: EditCaptureOptions): EditCapture {
  const { field, texts, ...host } = options;
  const [session, { submission, typed, drawn, begun }] = useEditSession(host, field);
  const draft = oneLineBreak(drawn ?? host.draft);
  const text = host.value ?? typed ?? draft;
  const difference = useCountedDifference(session, draft, text, begun);
  return {
    ref: session.attach,
    text,
    changed: isEdit(draft, text),
    counts: countChanges(difference),
    sent: shownRating(submission)?.correction_text ?? null,
    busy: isBusy(submission),
    outcome: toOutcome(submission, editTexts(texts)),
    capture: (trigger, final) => void session.capture(trigger, final),
    retry: () => session.retry(),
  };
}
