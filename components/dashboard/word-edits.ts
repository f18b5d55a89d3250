import { diffWordsWithSpace } from "diff";

/** How long a comparison may take before the two texts are shown whole instead, in milliseconds. */
const PATIENCE = 400;

/** A stretch of text that an edit kept, put in or took out. */
export interface WordEdit {
  kind: "kept" | "added" | "removed";
  text: string;
}

/** What an edit did, word by word; null where the texts are too different to compare in time. */
export function wordEdits(before: string, after: string): WordEdit[] | null {
  const parts = diffWordsWithSpace(before, after, { timeout: PATIENCE });
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
