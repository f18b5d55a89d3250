import { Notice } from "#components/ui/notice.tsx";
import { NEW_WORDS_MAX } from "#lib/domain/searched.ts";
import type { SearchNotes } from "#lib/observe/interactions/index.ts";

/** What a reader of search results should know; nothing where there is nothing. */
export function SearchNote({ notes, isEmpty = false }: { notes: SearchNotes; isEmpty?: boolean }) {
  const words = [
    notes.wordless && "The search has no searchable words. Showing all interactions.",
    notes.wholeWordsOnly &&
      "Too many words start with the last search term. Showing exact matches for it only.",
    isEmpty &&
      !notes.wordless &&
      `In comments and corrections, the search covers only the first ${NEW_WORDS_MAX} words per answer that are not already in the answer, its input or its prompt.`,
    notes.behind && "Indexing is behind. The latest interactions will be searchable in a moment.",
  ].filter((note) => note !== false);
  return words.map((note) => (
    <Notice key={note} className="mb-3">
      {note}
    </Notice>
  ));
}
