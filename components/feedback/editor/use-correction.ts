"use client";
import { type Dispatch, useReducer } from "react";
import { type SubmissionState, shownRating } from "../submission/submission-state.ts";
import { useSubmission } from "../submission/use-submission.ts";
import type { WidgetProps } from "../widget/widget-props.ts";
import { copyText } from "./copy-text.ts";
import {
  captureOf,
  type EditorEvent,
  type EditorState,
  reduceEditor,
  untouchedEditor,
} from "./correction-state.ts";

/** What the editor draws, and what its buttons do. */
export interface Correction {
  text: string;
  editor: EditorState;
  submission: SubmissionState;
  dispatch: Dispatch<EditorEvent>;
  /** The user takes the text as it is: an edit is sent, unchanged text is not. */
  capture(): void;
  /** As `capture`, and says so when there is nothing to send. */
  submit(): void;
  copy(): Promise<void>;
  retry(): void;
}

/** The editor's behaviour without its looks. */
export function useCorrection(
  props: WidgetProps & { draft: string; onFinal?: ((text: string) => void) | undefined },
): Correction {
  const { draft, onFinal, ...host } = props;
  const [editor, dispatch] = useReducer(reduceEditor, untouchedEditor);
  const [submission, queue] = useSubmission(host, "correction");
  const text = editor.edited ?? draft;

  function send() {
    const capture = captureOf(draft, text, shownRating(submission));
    if (capture.kind === "rate") queue.rate(capture.content);
    if (capture.kind === "take_back") queue.takeBack();
    return capture.kind;
  }

  function capture() {
    send();
    onFinal?.(text);
  }

  return {
    text,
    editor,
    submission,
    dispatch,
    capture,
    submit() {
      const sent = send();
      dispatch({ type: "hinted", hint: sent === "nothing" ? "nothing_edited" : null });
      onFinal?.(text);
    },
    async copy() {
      capture();
      dispatch({ type: "hinted", hint: (await copyText(text)) ? "copied" : "not_copied" });
    },
    // What is in the editor now, which is the same event when it has not changed since.
    retry() {
      if (send() === "nothing") queue.retry();
    },
  };
}
