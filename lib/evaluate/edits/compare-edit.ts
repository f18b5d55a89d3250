import type { EditKind } from "#lib/domain/edit-kind.ts";
import { editKinds } from "./edit-kinds.ts";
import { measureEdit } from "./edit-measure.ts";

/** An answer and its correction. */
export interface EditedTexts {
  answer: string;
  correction: string;
}

/** The kinds of a correction and its size; none and null if it is too large to compare. */
export interface ComparedEdit {
  distance: number | null;
  kept: number | null;
  kinds: EditKind[];
}

/** The result for an edit that is too large to compare. */
export const TOO_LARGE: ComparedEdit = { distance: null, kept: null, kinds: [] };

/** Compares an answer with its correction. */
export function compareEdit({ answer, correction }: EditedTexts): ComparedEdit {
  const measure = measureEdit(answer, correction);
  return measure ? { ...measure, kinds: editKinds(answer, correction) } : TOO_LARGE;
}
