"use client";

import { useEffect, useEffectEvent } from "react";
import { keysAreOn, pageKey } from "./key-press.ts";

/** Hears keys that are pressed for the page itself. `onKey` says whether the key did something. */
export function usePageKeys(onKey: (key: string, event: KeyboardEvent) => boolean): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const key = pageKey(event);
    if (key !== null && keysAreOn() && onKey(key, event)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
