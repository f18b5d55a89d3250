"use client";

import { useEffect } from "react";

/** Stands after the list and is there when it is: who comes back from a line goes on at it. */
export function LineFocus() {
  useEffect(() => {
    const line = document.getElementById(window.location.hash.slice(1));
    line?.querySelector<HTMLElement>("[data-line]")?.focus();
  }, []);
  return null;
}
