import type { EditKind } from "#lib/domain/edit-kind.ts";
import { editKinds } from "./edit-kinds.ts";
import { measureEdit } from "./edit-measure.ts";

/** An answer and what its user made of it. */
export interface EditedTexts {
  answer: string;
  correction: string;
}

/** What a correction did to an answer, and how far it goes; null and none where it is too large to compare. */
export interface ComparedEdit {
  distance: number | null;
  kept: number | null;
  kinds: EditKind[];
}

/** What is known of an edit that is too large to compare. */
export const TOO_LARGE: ComparedEdit = { distance: null, kept: null, kinds: [] };

/** Compares an answer with its correction. */
export function compareEdit({ answer, correction }: EditedTexts): ComparedEdit {
  const measure = measureEdit(answer, correction);
  return measure ? { ...measure, kinds: editKinds(answer, correction) } : TOO_LARGE;
}
