import type { Statements } from "#lib/platform/db/statements.ts";
import { type InteractionRow, insertInteractions, type StoredInteraction } from "../interactions/index.ts";
import { insertShadows, isShadow } from "../shadows/index.ts";

/** Stores answers, shadow answers in a place of their own. Returns a result for each, in the given order. */
export async function insertAnswers(
  tx: Statements,
  rows: readonly InteractionRow[],
): Promise<StoredInteraction[]> {
  const shadows = rows.filter(isShadow);
  if (shadows.length === 0) return insertInteractions(tx, rows);
  const others = rows.filter((row) => !isShadow(row));
  const shown = others.length > 0 ? await insertInteractions(tx, others) : [];
  const ofShadows = await insertShadows(tx, shadows);
  const stored = new Map<InteractionRow, StoredInteraction | undefined>([
    ...others.map((row, index) => [row, shown[index]] as const),
    ...shadows.map((row, index) => [row, ofShadows[index]] as const),
  ]);
  return rows.map((row) => stored.get(row) as StoredInteraction);
}
