"use client";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { type Outcome, toOutcome } from "../submission/outcome-words.ts";
import { type StoredRating, storedSubmission } from "../submission/stored-rating.ts";
import { isBusy, shownRating } from "../submission/submission-state.ts";
import { useSubmission } from "../submission/use-submission.ts";
import { focusedElement } from "../widget/focused-element.ts";
import type { WidgetProps } from "../widget/widget-props.ts";
import { checkedStar, isArrowKey, starsContent, valueOnLeaving } from "./stars-state.ts";
import { starsTexts } from "./stars-texts.ts";

/** Options of {@link useStars}. */
export interface StarsOptions extends WidgetProps {
  /** The star rating already stored. */
  initial?: StoredRating | undefined;
}

/** What a group of stars draws, and what keys and clicks on its radios do. */
export interface Stars {
  /** The star to show as selected, 1 to 5: the one reached with arrow keys, or the rated one. */
  checked: number | null;
  canClear: boolean;
  /** Whether a request is in progress. */
  busy: boolean;
  /** The message for a live region, and whether to offer a retry. */
  outcome: Outcome;
  /** Sends a star rating immediately. */
  rate(value: number): void;
  /** Removes the rating. */
  clear(): void;
  /** Retries what failed. */
  retry(): void;
  /** Pass to each radio's `onChange`. */
  onSelect(value: number): void;
  /** Pass to each radio. */
  onClick(value: number): void;
  /** Pass to the group around the radios. */
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  /** Pass to the group. */
  onKeyUp(): void;
  /** Pass to the group. */
  onPointerDown(): void;
  /** Pass to the group. */
  onBlur(event: FocusEvent<HTMLElement>): void;
}

/**
 * Headless star rating. Use the interaction's id as the key of the component. Browsers report moving between
 * native radios with arrow keys as clicks, so a pressed arrow key marks clicks that only move.
 */
export function useStars({ initial, ...host }: StarsOptions): Stars {
  const [submission, queue] = useSubmission(host, "stars", storedSubmission("stars", initial));
  const [preview, setPreview] = useState<number | null>(null);
  const arrowHeld = useRef(false);
  const choice = { preview, rated: shownRating(submission)?.rating_value ?? null };

  function commit(value: number) {
    setPreview(null);
    queue.rate(starsContent(value), true);
  }

  const checked = checkedStar(choice);
  return {
    checked,
    canClear: checked !== null && host.adapter.remove !== undefined,
    busy: isBusy(submission),
    outcome: toOutcome(submission, starsTexts(host.texts)),
    rate: commit,
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
      // Enter would submit a surrounding form; Space on a checked radio would do nothing.
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
      // If the window loses the focus, the radio keeps it: the user may come back and choose.
      const windowLeft = focusedElement(event.target) === event.target;
      if (!left || windowLeft) return;
      arrowHeld.current = false;
      const value = valueOnLeaving(choice);
      if (value !== null) commit(value);
    },
  };
}
