import type { EditKind } from "./edit-kind.ts";
import type { EditTrait } from "./edit-trait.ts";

/** What a correction did to an answer, in all that can be told from the two texts. */
export interface DetailedEdit {
  kinds: EditKind[];
  traits: EditTrait[];
  /** Words of the answer and of the correction. */
  words: { before: number; after: number };
  /** The sentences of the answer as they are written, by what they are compared by. */
  had: Record<string, string>;
  /** Those of them that the correction has not, and the correction's own. */
  removed: string[];
  added: Record<string, string>;
}
