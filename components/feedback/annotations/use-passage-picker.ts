"use client";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { caretStep } from "./caret-step.ts";
import { type Box, bringIntoSight, measureBoxes } from "./geometry.ts";
import { selectedRange, selectionAround } from "./read-selection.ts";
import { type PassageSelector, toSelector } from "./selector.ts";
import { type ShownText, toSpan } from "./shown-text.ts";

/** Selects a passage with the keyboard. */
export interface PassagePicker {
  /** The selection; null if there is none. */
  selector: PassageSelector | null;
  /** The words after the caret. */
  ahead: string;
  /** Where to draw the caret, relative to the answer; null if something is selected. */
  caret: Box | null;
  /** Arrow keys move the caret, and extend the selection with Shift. True if the key did either. */
  onKey(event: KeyboardEvent): boolean;
}

type Picked = Omit<PassagePicker, "onKey">;

/** How much of the text after the caret to show. */
const AHEAD = 40;
const nothing: Picked = { selector: null, ahead: "", caret: null };

/** Puts a caret into the answer while `open`; `floor` returns where the covered part of the window begins. */
export function usePassagePicker(
  root: RefObject<HTMLElement | null>,
  shown: ShownText | null,
  open: boolean,
  floor: () => number,
): PassagePicker {
  const [picked, setPicked] = useState(nothing);
  const last = useRef<Ends | null>(null);
  useEffect(() => {
    const element = root.current;
    const first = shown?.pieces[0];
    const selection = element && selectionAround(element);
    if (!open || !element || !first || !selection) return;
    if (!isWithin(element, selection)) selection.collapse(first.node, 0);
    last.current = endsOf(selection);
    setPicked(pickedIn(element, shown));
    return () => setPicked(nothing);
  }, [root, shown, open]);

  return {
    ...picked,
    onKey(event) {
      const element = root.current;
      const step = caretStep(event);
      const selection = element && selectionAround(element);
      if (!element || !shown || !selection || !step) return false;
      event.preventDefault();
      const restore = () => last.current && selection.setBaseAndExtent(...last.current);
      // A click elsewhere removed it, or the step would leave the answer.
      if (!isWithin(element, selection)) restore();
      selection.modify(step.alter, step.direction, step.granularity);
      if (!isWithin(element, selection)) restore();
      last.current = endsOf(selection);
      const focus = focusRange(selection);
      if (focus) bringIntoSight(focus, floor());
      setPicked(pickedIn(element, shown));
      return true;
    },
  };
}

/** The ends of a selection, as for `setBaseAndExtent`. */
type Ends = [anchor: Node, anchorOffset: number, focus: Node, focusOffset: number];

function endsOf({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): Ends | null {
  return anchorNode && focusNode && [anchorNode, anchorOffset, focusNode, focusOffset];
}

const isWithin = (element: Element, { focusNode }: Selection): boolean =>
  focusNode !== null && element.contains(focusNode);

function pickedIn(element: HTMLElement, shown: ShownText): Picked {
  const selection = selectionAround(element);
  const focus = selection && focusRange(selection);
  const range = selectedRange(element);
  const selector = range && toSelector(shown.text, toSpan(shown, range));
  const from = focus ? toSpan(shown, focus).start : 0;
  const ahead = shown.text.slice(from, from + AHEAD).trim();
  const whole = from + AHEAD < shown.text.length ? ahead.replace(/(\S)\s+\S*$/, "$1") : ahead;
  const line = focus && !range ? measureBoxes(focus, element)[0] : undefined;
  return { selector, ahead: whole, caret: line ?? null };
}

/** Where the moving end of the selection is. */
function focusRange({ focusNode, focusOffset }: Selection): Range | null {
  const range = focusNode?.ownerDocument?.createRange() ?? null;
  if (focusNode) range?.setStart(focusNode, focusOffset);
  return range;
}
