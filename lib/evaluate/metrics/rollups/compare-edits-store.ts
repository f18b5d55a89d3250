import { type ComparedEdit, compareEdit, type EditedTexts, TOO_LARGE } from "#lib/evaluate/edits/index.ts";
import { offThread, turns, WorkFailed } from "#lib/platform/threads/index.ts";

/** Up to this combined length, texts are compared on the main thread; a thread would cost more. */
const SMALL = 2_000;

const WORK = { file: "lib/evaluate/edits/compare-edit.ts", name: "compareEdit" };

/** Time limit of a comparison, in milliseconds: many times what the largest took in docs/benchmarks/stalls.md. */
const BUDGET_MS = 5_000;

/** Long enough for everything queued before it. */
const PATIENCE_MS = 600_000;

/**
 * Compares answers with their corrections, long ones in a thread, one after the other. Comparisons that time out count
 * as too large.
 * @param end a time of performance.now() after which no comparison is started.
 * @returns one result each, in order; null for those not compared, which must be retried.
 */
export async function compareEdits(
  edits: readonly EditedTexts[],
  end: number,
): Promise<(ComparedEdit | null)[]> {
  const compared: (ComparedEdit | null)[] = [];
  const turn = turns();
  for (const edit of edits) {
    compared.push(performance.now() > end ? null : await compareOne(edit));
    await turn();
  }
  return compared;
}

async function compareOne({ answer, correction }: EditedTexts): Promise<ComparedEdit | null> {
  const size = answer.length + correction.length;
  return size <= SMALL ? compareEdit({ answer, correction }) : compareLong({ answer, correction }, size);
}

async function compareLong(edit: EditedTexts, size: number): Promise<ComparedEdit | null> {
  const budget = { budgetMs: BUDGET_MS, patienceMs: PATIENCE_MS, background: true, size };
  try {
    return await offThread<ComparedEdit>(WORK, edit, budget);
  } catch (error) {
    if (!(error instanceof WorkFailed)) throw error;
    return error.fault === "busy" ? null : TOO_LARGE;
  }
}
