"use client";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import type { StoredRating } from "../submission/stored-rating.ts";
import { type SubmissionState, shownRating } from "../submission/submission-state.ts";
import { useSubmission } from "../submission/use-submission.ts";
import type { WidgetProps } from "../widget/widget-props.ts";
import { checkedStar, isArrowKey, starsContent, valueOnLeaving } from "./stars-state.ts";

/** What the stars draw, and what keys and clicks on their radios do. */
export interface Stars {
  checked: number | null;
  submission: SubmissionState;
  clear(): void;
  retry(): void;
  /** For each radio. */
  onSelect(value: number): void;
  onClick(value: number): void;
  /** For the group. */
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  onKeyUp(): void;
  onPointerDown(): void;
  onBlur(event: FocusEvent<HTMLElement>): void;
}

/**
 * The stars' behaviour without their looks. Browsers move between native radios on arrow keys and tell of it by
 * a click, like the mouse's: a held arrow key marks the clicks that only move.
 */
export function useStars(props: WidgetProps & { initial?: StoredRating | undefined }): Stars {
  const { initial, ...host } = props;
  const [submission, queue] = useSubmission(
    host,
    "stars",
    initial && { feedbackId: initial.feedback_id, content: starsContent(initial.rating_value) },
  );
  const [preview, setPreview] = useState<number | null>(null);
  const arrowHeld = useRef(false);
  const choice = { preview, rated: shownRating(submission)?.rating_value ?? null };

  function commit(value: number) {
    setPreview(null);
    if (value !== choice.rated) queue.rate(starsContent(value));
  }

  return {
    checked: checkedStar(choice),
    submission,
    clear() {
      setPreview(null);
      queue.takeBack();
    },
    retry: queue.retry,
    onSelect(value) {
      if (arrowHeld.current) setPreview(value);
    },
    onClick(value) {
      if (!arrowHeld.current) commit(value);
    },
    onKeyDown(event) {
      arrowHeld.current = isArrowKey(event.key);
      if (event.key === "Escape") setPreview(null);
      const radio = event.target;
      if (!(radio instanceof HTMLInputElement) || (event.key !== "Enter" && event.key !== " ")) return;
      // Enter would submit a form around us; Space on a checked radio would do nothing.
      event.preventDefault();
      commit(Number(radio.value));
    },
    onKeyUp() {
      arrowHeld.current = false;
    },
    onPointerDown() {
      arrowHeld.current = false;
    },
    onBlur(event) {
      const left = !event.currentTarget.contains(event.relatedTarget);
      // A window that loses the focus leaves it on the radio: the user may come back to choose on.
      const windowLeft = event.target.ownerDocument.activeElement === event.target;
      if (!left || windowLeft) return;
      arrowHeld.current = false;
      const value = valueOnLeaving(choice);
      if (value !== null) commit(value);
    },
  };
}
