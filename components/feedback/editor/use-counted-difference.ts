"use client";
import { useEffect } from "react";
import type { EditSession } from "./edit-session.ts";
import { useWordDifference, type WordDifference } from "./use-word-difference.ts";

/** The difference made by a session's edit; its counts are reused when the text becomes final. */
export function useCountedDifference(
  session: EditSession,
  draft: string,
  text: string,
  wanted: boolean,
): WordDifference {
  const difference = useWordDifference(draft, text, wanted);
  useEffect(() => {
    if (difference.status === "ready") session.countsKnown(difference.after, difference.counts);
  }, [session, difference]);
  return difference;
}

/** The counts of a difference, if it has any. */
export const countChanges = (difference: WordDifference) =>
  difference.status === "ready" ? difference.counts : null;
