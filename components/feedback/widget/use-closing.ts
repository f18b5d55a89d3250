"use client";
import { type RefObject, useEffect, useRef } from "react";

/**
 * Closes what floats under a widget on Escape, pressed anywhere in the widget, and on a press outside of it.
 */
export function useClosing(ref: RefObject<HTMLElement | null>, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const widget = ref.current?.parentElement;
    if (!widget) return;
    const onKey = (event: KeyboardEvent) => {
      // While composing Japanese or Chinese, the key belongs to the input method.
      if (event.key !== "Escape" || event.isComposing) return;
      // A surrounding dialog stays open.
      event.stopPropagation();
      event.preventDefault();
      latest.current();
    };
    const onPress = (event: Event) => {
      if (!event.composedPath().includes(widget)) latest.current();
    };
    const page = widget.ownerDocument;
    widget.addEventListener("keydown", onKey);
    page.addEventListener("pointerdown", onPress, true);
    return () => {
      widget.removeEventListener("keydown", onKey);
      page.removeEventListener("pointerdown", onPress, true);
    };
  }, [ref]);
}
