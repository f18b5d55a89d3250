import type { WordEdit } from "./word-edits.ts";

/** A text with what an edit put in and took out marked in it. */
export function WordDifference({ edits }: { edits: readonly WordEdit[] }) {
  return edits.map(({ kind, text }, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: a difference is computed whole and never reordered.
    if (kind === "added")
      return (
        <ins key={index} className="rounded-xs bg-good-tint text-good decoration-1 underline-offset-3">
          {text}
        </ins>
      );
    if (kind === "removed")
      return (
        <del key={index} className="rounded-xs bg-bad-tint text-bad">
          {text}
        </del>
      );
    return <span key={index}>{text}</span>;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above.
  });
}
