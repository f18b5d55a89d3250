import { diffWordsWithSpace } from "diff";

/** Words and spaces that may change before two texts are too different to compare: time grows by its square. */
const MOST_CHANGES = 2_000;

/** A stretch of text that an edit kept, put in or took out. */
export interface WordEdit {
  kind: "kept" | "added" | "removed";
  text: string;
}

/** What an edit did, word by word; null where the texts are too different to compare. */
export function wordEdits(before: string, after: string): WordEdit[] | null {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES });
  return (
    parts?.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "kept",
      text: value,
    })) ?? null
  );
}

/** How many words an edit put in and took out. */
export function editSize(edits: readonly WordEdit[]): { added: number; removed: number } {
  const words = (kind: WordEdit["kind"]) =>
    edits
      .filter((edit) => edit.kind === kind)
      .reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  return { added: words("added"), removed: words("removed") };
}
