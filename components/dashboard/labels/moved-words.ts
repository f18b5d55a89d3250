import { formatMoment } from "#components/format/numbers.ts";
import type { LabelMove } from "#lib/act/prompts/index.ts";

/** Who moved a label last, and when; null where its moves, newest first, do not tell. */
export function movedWords(label: string, moves: readonly LabelMove[], tz: string): string | null {
  const last = moves.find((move) => move.label === label);
  return last ? `Moved by ${last.movedBy}, ${formatMoment(last.movedAt, tz)}` : null;
}
