import { takeRoom } from "#components/format/take-room.ts";
import { collapseUnchanged } from "./collapse-unchanged.ts";
import { editSize, type WordEdit, wordEdits } from "./word-edits.ts";

/** Most stretches of a difference that are shown, and most characters of them in full lines. */
const MOST_SHOWN = {
  folded: { stretches: 200, characters: 8_000 },
  whole: { stretches: 4_000, characters: 200_000 },
};

/** Characters of unchanged text kept around each change where the rest is collapsed. */
const AROUND = 80;

/** What an edit did, as it is shown. */
export interface ShownDifference {
  edits: WordEdit[];
  /** How many words it put in and took out in all. */
  added: number;
  removed: number;
  /** Whether that is all of it. */
  complete: boolean;
}

/** Two texts to compare; `whole`: all that was kept is shown, too. */
export interface ComparedTexts {
  before: string;
  after: string;
  whole: boolean;
}

/** What an edit did, word by word, bounded for a page; null where the texts are too different to compare. */
export function showDifference({ before, after, whole }: ComparedTexts): ShownDifference | null {
  const all = wordEdits(before, after);
  if (!all) return null;
  const most = whole ? MOST_SHOWN.whole : MOST_SHOWN.folded;
  let edits = upTo(all, most);
  const complete = edits.length === all.length && edits.at(-1) === all.at(-1);
  if (!complete && !whole) edits = upTo(collapseUnchanged(all, AROUND), most);
  return { edits, ...editSize(all), complete };
}

/** The first stretches, the last of them cut. */
function upTo(
  edits: readonly WordEdit[],
  { stretches, characters }: { stretches: number; characters: number },
): WordEdit[] {
  const shown: WordEdit[] = [];
  let left = characters;
  for (const edit of edits.slice(0, stretches)) {
    if (left <= 0) break;
    const { text, room } = takeRoom(edit.text, left);
    shown.push(text.length === edit.text.length ? edit : { ...edit, text });
    left -= room;
  }
  return shown;
}
