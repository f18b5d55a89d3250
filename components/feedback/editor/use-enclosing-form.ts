"use client";
import { type RefObject, useEffect, useRef } from "react";

/** Calls `onSubmit` when the form that `field` belongs to is submitted, if it belongs to one. */
export function useEnclosingForm(field: RefObject<HTMLTextAreaElement | null>, onSubmit: () => void): void {
  const latest = useRef(onSubmit);
  useEffect(() => {
    latest.current = onSubmit;
  });
  useEffect(() => {
    const form = field.current?.form;
    if (!form) return;
    const listener = () => latest.current();
    form.addEventListener("submit", listener);
    return () => form.removeEventListener("submit", listener);
  }, [field]);
}
