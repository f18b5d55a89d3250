"use client";
import { type RefObject, useState } from "react";
import { useBeforePaint } from "../widget/use-before-paint.ts";
import { readShownText, type ShownText } from "./shown-text.ts";

/** The text below `root` as it is shown now, read anew whenever it changes; null while it is still being written. */
export function useShownText(root: RefObject<HTMLElement | null>, waiting: boolean): ShownText | null {
  const [shown, setShown] = useState<ShownText | null>(null);
  useBeforePaint(() => {
    const element = root.current;
    if (!element || waiting) return;
    const read = () => setShown(readShownText(element));
    read();
    const observer = new MutationObserver(read);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [root, waiting]);
  return waiting ? null : shown;
}
