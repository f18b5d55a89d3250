import { Notice } from "#components/ui/notice.tsx";
import { NEW_WORDS_MAX } from "#lib/domain/searched.ts";
import type { SearchNotes } from "#lib/observe/interactions/index.ts";

/** What a reader of search results should know; nothing where there is nothing. */
export function SearchNote({ notes, isEmpty = false }: { notes: SearchNotes; isEmpty?: boolean }) {
  const words = [
    notes.wordless && "There is no word to look for in what was asked: everything is listed.",
    notes.wholeWordsOnly && "Many words begin like the last one: only the word itself was looked for.",
    isEmpty &&
      !notes.wordless &&
      `Of comments and corrections on an answer, the first ${NEW_WORDS_MAX} words that the answer, its question and its prompt do not have are searched.`,
    notes.behind && "Much is coming in: the newest interactions are searchable in a moment.",
  ].filter((note) => note !== false);
  return words.map((note) => (
    <Notice key={note} className="mb-3">
      {note}
    </Notice>
  ));
}
