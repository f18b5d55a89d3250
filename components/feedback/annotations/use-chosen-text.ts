"use client";
import { type RefObject, useEffect, useState } from "react";
import { placeBelow } from "./geometry.ts";
import { selectedRange } from "./read-selection.ts";
import { type PassageSelector, toSelector } from "./selector.ts";
import { type ShownText, toRange, toSpan } from "./shown-text.ts";

/** A selected passage that can be highlighted. */
export interface ChosenText {
  selector: PassageSelector;
  /** Where to show the highlight button, relative to the answer. */
  place: { left: number; top: number };
}

/**
 * How long a selection must stay unchanged to count as finished; touch selection is slow and has no end
 * event.
 */
const SETTLED_MS = { mouse: 120, touch: 350 };
/** The approximate size of the button. */
const OFFER = { width: 132, height: 44 };

/**
 * What the user has selected in the answer by mouse, touch or the browser's own keys, once it has settled.
 */
export function useChosenText(
  root: RefObject<HTMLElement | null>,
  shown: ShownText | null,
  enabled: boolean,
): ChosenText | null {
  const [chosen, setChosen] = useState<ChosenText | null>(null);
  useEffect(() => {
    const element = root.current;
    if (!element || !shown || !enabled) return;
    const settle = (touch: boolean) => setChosen(chosenIn(element, shown, touch));
    const stop = watchSelection(element.ownerDocument, settle);
    return () => {
      stop();
      setChosen(null);
    };
  }, [root, shown, enabled]);
  return chosen;
}

function chosenIn(element: HTMLElement, shown: ShownText, touch: boolean): ChosenText | null {
  const range = selectedRange(element);
  // A selection of the whole page is not about this answer.
  const inside = [range?.startContainer, range?.endContainer].some((node) => node && element.contains(node));
  const selector = range && inside ? toSelector(shown.text, toSpan(shown, range)) : null;
  const passage = selector?.position && toRange(shown, selector.position);
  return selector && passage ? { selector, place: placeBelow(passage, element, OFFER, touch) } : null;
}

/** Calls `onSettled` when a selection was made or cleared, and when the window was resized. */
function watchSelection(page: Document, onSettled: (touch: boolean) => void): () => void {
  let held = false;
  let touch = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = new AbortController();
  const on = (target: EventTarget | null, type: string, listener: (event: Event) => void) =>
    target?.addEventListener(type, listener, { signal: stop.signal, capture: true });
  const soon = () => {
    clearTimeout(timer);
    if (!held) timer = setTimeout(() => onSettled(touch), touch ? SETTLED_MS.touch : SETTLED_MS.mouse);
  };
  on(page, "pointerdown", (event) => {
    touch = (event as PointerEvent).pointerType === "touch";
    // Browsers do not report changes of a touch selection as touch events.
    held = !touch;
    clearTimeout(timer);
  });
  for (const type of ["pointerup", "pointercancel"])
    on(page, type, () => {
      held = false;
      soon();
    });
  on(page, "selectionchange", soon);
  on(page.defaultView, "resize", soon);
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
