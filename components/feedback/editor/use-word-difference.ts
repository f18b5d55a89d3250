"use client";
import { useEffect, useRef, useState } from "react";
import { loadCompare } from "./compare-tokens.ts";
import { type EditCounts, measureEdit } from "./edit-measure.ts";
import { type DifferencePart, wordDifference } from "./word-difference.ts";

/** How long a comparison can block the page, in milliseconds. */
const COMPARE_TIMEOUT_MS = 250;

/** How long after the last key to compare a text again, in milliseconds. */
const SETTLED_AFTER_MS = 150;

/** A word-by-word difference, or why there is none yet. */
export type WordDifference =
  | { status: "loading" }
  | { status: "failed" }
  | {
      status: "ready";
      /** The compared text. */
      after: string;
      /** The common parts and those of only one text, in order. */
      parts: DifferencePart[];
      /** Null if the texts are too different to compare in time. */
      counts: EditCounts | null;
    };

/**
 * The difference between two texts, shortly after the last change. The diff library is loaded when first
 * needed, not with the page.
 */
export function useWordDifference(before: string, after: string, wanted: boolean): WordDifference {
  const [difference, setDifference] = useState<WordDifference>({ status: "loading" });
  const shown = useRef(false);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const compare = () =>
      loadCompare().then(
        (comparing) => {
          if (!current) return;
          const { parts, complete } = wordDifference(before, after, comparing(COMPARE_TIMEOUT_MS));
          const counts = measureEdit({ parts, complete });
          shown.current = true;
          setDifference({ status: "ready", after, parts, counts });
        },
        () => current && setDifference({ status: "failed" }),
      );
    const timer = setTimeout(compare, shown.current ? SETTLED_AFTER_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [before, after, wanted]);
  return difference;
}
