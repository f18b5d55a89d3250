import type { Difference } from "./word-difference.ts";

/** How far an edit went from its draft, in words; marks and spaces do not count. */
export interface EditCounts {
  /** Words of the draft that are still there. */
  kept: number;
  /** Words of the final text that the draft has not, those that replace others among them. */
  added: number;
  /** Words of the draft that are gone, those that were replaced among them. */
  removed: number;
  /** Words replaced, added or removed, a replaced one counting once: the Levenshtein distance over words. */
  distance: number;
}

/** What made a text final. */
export type EditTrigger = "submit" | "copy" | "leave";

/** `metadata.edit` of a correction, in the words of the wire. */
export interface EditMetadata {
  words_kept?: number;
  words_added?: number;
  words_removed?: number;
  edit_distance?: number;
  time_spent_ms: number;
  trigger: EditTrigger;
}

/** The counts of a difference; null where the comparison gave up, because a guess is no count. */
export function measureEdit({ parts, complete }: Difference): EditCounts | null {
  if (!complete) return null;
  const counts = { kept: 0, added: 0, removed: 0, distance: 0 };
  // What was removed and added since the last words that both texts have.
  let removed = 0;
  let added = 0;
  const settle = () => {
    counts.distance += Math.max(removed, added);
    removed = 0;
    added = 0;
  };
  for (const { kind, words } of parts) {
    if (kind === "same") {
      settle();
      counts.kept += words;
    } else if (kind === "added") added += words;
    else removed += words;
    if (kind !== "same") counts[kind] += words;
  }
  settle();
  return counts;
}

/** The counts in the words of the wire; nothing when there was no time to count. */
export function countMetadata(counts: EditCounts | null): Partial<EditMetadata> {
  if (!counts) return {};
  return {
    words_kept: counts.kept,
    words_added: counts.added,
    words_removed: counts.removed,
    edit_distance: counts.distance,
  };
}
