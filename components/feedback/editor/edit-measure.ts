import type { Difference } from "./word-difference.ts";

/** How much an edit differs from its draft, in words. Punctuation and spaces are not counted. */
export interface EditCounts {
  /** Words of the draft that were kept. */
  kept: number;
  /** Words of the final text that are not in the draft, including replacements. */
  added: number;
  /** Words of the draft that were deleted or replaced. */
  removed: number;
  /** Words replaced, added or removed, each replacement counted once (word-level Levenshtein distance). */
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

/** The counts of a difference; null if the comparison gave up, since a guess is not a count. */
export function measureEdit({ parts, complete }: Difference): EditCounts | null {
  if (!complete) return null;
  const counts = { kept: 0, added: 0, removed: 0, distance: 0 };
  // Removed and added words since the last common ones.
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

/** The counts in API format; nothing if there was no time to count. */
export function countMetadata(counts: EditCounts | null): Partial<EditMetadata> {
  if (!counts) return {};
  return {
    words_kept: counts.kept,
    words_added: counts.added,
    words_removed: counts.removed,
    edit_distance: counts.distance,
  };
}
