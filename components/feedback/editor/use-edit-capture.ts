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

/** Options of {@link useEditCapture}. */
export interface EditCaptureOptions extends EditHost {
  /** The field, if it already has a ref. Otherwise pass the `ref` returned by the hook to the field. */
  field?: RefObject<HTMLElement | null> | undefined;
  /** Texts that replace the English ones. */
  texts?: Partial<Texts> | undefined;
}

/** What is known of the edit, and what only the host can tell of it. */
export interface EditCapture {
  /** Ref for the textarea, input or contenteditable to observe. Stable across renders. */
  ref: (field: HTMLElement | null) => void;
  /** The current text. */
  text: string;
  /** Whether the text differs from the draft. */
  changed: boolean;
  /** How much the edit differs from the draft, updated shortly after the last key; null until available. */
  counts: EditCounts | null;
  /** The edit that was sent, also on an earlier visit, so that you can show it again. */
  sent: string | null;
  /** Whether a request is in progress. */
  busy: boolean;
  /** The message for a live region, and whether to offer a retry. */
  outcome: Outcome;
  /**
   * Reports that the text is final, for ways to submit or copy that browsers do not report. Defaults to the
   * current text.
   */
  capture(trigger: "submit" | "copy", text?: string): void;
  /** Retries what failed. */
  retry(): void;
}

/**
 * Observes a field, or your own `value`, that started as the draft, and sends the final text as a correction
 * when the user submits the surrounding form, copies from it or leaves (the page is hidden, or the field or
 * component is removed). The same text is sent only once; a later one replaces it. Submitting or copying the
 * unchanged draft sends an `accept` signal.
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
