"use client";
import { type RefObject, useRef } from "react";
import { focusedElement } from "./focused-element.ts";
import { useBeforePaint } from "./use-before-paint.ts";

/**
 * A ref for an element that comes and goes: if it disappears while the focus is inside, `focusTarget` gets
 * the focus, which would otherwise return to the top of the page.
 */
export function useFocusHandover<E extends HTMLElement>(
  focusTarget: RefObject<HTMLElement | null>,
): RefObject<E | null> {
  const ref = useRef<E>(null);
  useBeforePaint(() => {
    const own = ref.current;
    // React runs this before it removes the element from the page.
    return () => {
      if (own?.contains(focusedElement(own))) focusTarget.current?.focus();
    };
  }, [focusTarget]);
  return ref;
}
