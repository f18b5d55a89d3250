import { englishEditor } from "../texts/english/editor.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { type Texts, textsWith } from "../texts/texts.ts";

const english = { ...englishOutcomes, ...englishEditor };

/** All texts of the editor. */
export type EditorTexts = ReturnType<typeof textsWith<typeof english>>;

/** The editor's texts with the host's overrides; edits have their own status messages. */
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
