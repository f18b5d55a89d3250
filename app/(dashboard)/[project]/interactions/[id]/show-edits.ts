import { compareTexts } from "#app/(dashboard)/within-budget.ts";
import type { ShownEdit } from "#components/dashboard/interactions/detail/edit-card.tsx";
import { readEdit, type ShownFeedback, type ShownInteraction } from "#lib/observe/interactions/index.ts";

/** Most edits that a page compares with their answer. */
const COMPARED = 10;

/** How much of a corrected text is shown where the difference cannot be, in characters. */
const FOLD = { folded: 1_500, whole: 200_000 };

/**
 * The first edits of an interaction as differences from its response.
 */
export async function showEdits(
  projectId: string,
  { feedback }: ShownInteraction,
  whole: string | null,
): Promise<ShownEdit[]> {
  const edits = feedback.filter(({ correctionLength }) => correctionLength !== null).slice(0, COMPARED);
  const shown = await Promise.all(
    edits.map((edit) => showEdit(projectId, edit, whole === `edit:${edit.feedbackId}`)),
  );
  return shown.flatMap((edit) => edit ?? []);
}

async function showEdit(projectId: string, edit: ShownFeedback, whole: boolean): Promise<ShownEdit | null> {
  const texts = await readEdit(projectId, edit.feedbackId);
  if (!texts) return null;
  const difference = await compareTexts({ ...texts, whole });
  const most = whole ? FOLD.whole : FOLD.folded;
  // Not through a character of two units.
  const text = texts.after.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
  const after = { text, length: edit.correctionLength ?? 0, cut: texts.after.length > most };
  return { edit, difference, after };
}
