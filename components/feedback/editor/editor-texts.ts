import { englishEditor } from "../texts/english/editor.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { type Texts, textsWith } from "../texts/texts.ts";

const english = { ...englishOutcomes, ...englishEditor };

/** All words of the editor. */
export type EditorTexts = ReturnType<typeof textsWith<typeof english>>;

/** The editor's words with the host's in their place; an edit is told of in words of its own. */
export function editTexts(own: Partial<Texts> | undefined): EditorTexts {
  const texts = textsWith(english, own);
  return {
    ...texts,
    ratingSaved: texts.editSaved,
    ratingRemoved: texts.editRemoved,
    ratingNotSaved: texts.editNotSaved,
    ratingNotRemoved: texts.editNotRemoved,
  };
}
