"use client";
import { type RefObject, useState } from "react";
import { hinted, type Outcome, toOutcome } from "../submission/outcome-words.ts";
import { isBusy, refusedRating, shownRating } from "../submission/submission-state.ts";
import type { englishEditor } from "../texts/english/editor.ts";
import type { WidgetProps } from "../widget/widget-props.ts";
import { type Decision, isEdit } from "./capture-decision.ts";
import type { EditCounts } from "./edit-measure.ts";
import { editTexts } from "./editor-texts.ts";
import { oneLineBreak } from "./field-text.ts";
import { countChanges, useCountedDifference } from "./use-counted-difference.ts";
import { useEditSession } from "./use-edit-session.ts";
import type { WordDifference } from "./use-word-difference.ts";

/** What {@link useCorrection} takes. */
export interface CorrectionOptions extends WidgetProps {
  /** The answer as the model gave it. */
  draft: string;
  /** Called with the text whenever the user takes it as final: on Submit, on copying, with the form around. */
  onFinal?: ((text: string) => void) | undefined;
  /** The field, where it has a ref already; else give the field the `ref` that the hook returns. */
  field?: RefObject<HTMLElement | null> | undefined;
}

/** What an editor draws, and what its buttons do. */
export interface Correction {
  /** For the field, so that copying from it, its form and leaving it are seen. The same function in every render. */
  ref: (field: HTMLElement | null) => void;
  /** The text to show: as typed, or as it was sent before, or the draft. */
  text: string;
  /** Whether it is an edit of the draft. */
  changed: boolean;
  /** How far the edit went, a moment after the last key; null until it can be counted. */
  counts: EditCounts | null;
  /** Whether the changes are asked for. */
  showsChanges: boolean;
  /** The changes word by word. */
  changes: WordDifference;
  /** Whether a request is under way. */
  busy: boolean;
  /** Whether the server has just this text. */
  sent: boolean;
  /** What to say in a live region, and whether to offer another try. */
  outcome: Outcome;
  setText(text: string): void;
  /** The text is final: an edit is sent, the draft as it is tells that it was accepted. */
  submit(): void;
  /** Puts the text on the clipboard, which makes it final, too. */
  copy(): Promise<void>;
  toggleChanges(): void;
  /** Sends what was refused again; or the text, if that is another by now. */
  retry(): void;
}

/** An editor's behaviour without its looks. */
export function useCorrection(options: CorrectionOptions): Correction {
  const { field, texts: own, ...host } = options;
  const [session, { submission, typed, begun }] = useEditSession(host, field, true);
  const [showsChanges, setShowsChanges] = useState(false);
  const [hint, setHint] = useState<Hint | null>(null);
  const draft = oneLineBreak(host.draft);
  // A refused edit outlives the component that it was typed in.
  const said = refusedRating(submission) ?? shownRating(submission);
  const text = typed ?? said?.correction_text ?? draft;
  const changes = useCountedDifference(session, draft, text, begun || showsChanges);
  const texts = editTexts(own);
  const outcome = toOutcome(submission, texts);
  return {
    ref: session.attach,
    text,
    changed: isEdit(draft, text),
    counts: countChanges(changes),
    showsChanges,
    changes,
    busy: isBusy(submission),
    sent: !submission.inFlight && isEdit(draft, text) && submission.stored?.content.correction_text === text,
    outcome: hint ? hinted(outcome, texts[hint]) : outcome,
    setText(next) {
      session.typed(next);
      setHint(null);
    },
    submit() {
      const decision = session.capture("submit", text);
      setHint(submitHint(decision, text, host.adapter.remove !== undefined));
    },
    async copy() {
      session.capture("copy", text);
      setHint((await copyText(text)) ? "copied" : "notCopied");
    },
    toggleChanges() {
      setShowsChanges(!showsChanges);
      setHint(null);
    },
    retry: () => session.retry(text),
  };
}

/** Puts `text` on the clipboard. Resolves to whether that worked. */
async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // The page may not be allowed to; the old way may still work.
  }
  return copyByCommand(text);
}

/** The way of pages on plain http, which have no `navigator.clipboard`. */
function copyByCommand(text: string): boolean {
  function fillClipboard(event: ClipboardEvent) {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    // Ours, not a copy that the user made: nobody else is to react to it.
    event.stopImmediatePropagation();
  }
  document.addEventListener("copy", fillClipboard, { capture: true });
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", fillClipboard, { capture: true });
  }
}

/** The name of the words about the last press, where the outcome of a request does not say enough. */
type Hint = Extract<
  keyof typeof englishEditor,
  "copied" | "notCopied" | "draftAccepted" | "noTextToSubmit" | "cannotTakeBack"
>;

/** What to say of a text that was submitted, beside what becomes of the request. */
function submitHint(decision: Decision, text: string, canTakeBack: boolean): Hint | null {
  if (decision === "accept") return "draftAccepted";
  if (decision === "take_back") return canTakeBack ? null : "cannotTakeBack";
  return text.trim() === "" ? "noTextToSubmit" : null;
}
