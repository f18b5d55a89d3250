"use client";
import { type RefObject, useRef } from "react";
import { focusedElement } from "./focused-element.ts";
import { useBeforePaint } from "./use-before-paint.ts";

/**
 * A ref for an element that comes and goes: when it goes while the focus is in it, `heir` gets the focus,
 * which would else fall back to the top of the page.
 */
export function useFocusHandover<E extends HTMLElement>(
  heir: RefObject<HTMLElement | null>,
): RefObject<E | null> {
  const ref = useRef<E>(null);
  useBeforePaint(() => {
    const own = ref.current;
    // React runs this before it takes the element off the page.
    return () => {
      if (own?.contains(focusedElement(own))) heir.current?.focus();
    };
  }, [heir]);
  return ref;
}
