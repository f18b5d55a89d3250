import { compareTexts } from "#app/(dashboard)/within-budget.ts";
import type { ShownRow } from "#components/dashboard/bench/run-rows.tsx";
import { param, type SearchParams } from "#components/dashboard/url/address.ts";
import { type BenchReading, costOf, listRuns, readRows } from "#lib/act/bench/index.ts";
import { readListItems } from "#lib/observe/interactions/index.ts";

/** Rows of a page. */
export const ROWS = 20;

/** Most characters of an answer on a page. */
const CHARACTERS = 6_000;

/** What the bench of a prompt shows: its runs, and the rows of one of them. */
export async function readBench(projectId: string, template: string, search: SearchParams) {
  const runs = await listRuns(projectId, template);
  const run = runs.find(({ runId }) => runId === param(search, "run")) ?? runs[0] ?? null;
  const offset = Number(/^\d{1,3}$/.exec(param(search, "offset") ?? "")?.[0] ?? 0);
  const differences = param(search, "differences") !== undefined;
  return {
    ...{ runs, run, offset, differences },
    rows: run ? await readShown(projectId, run, offset, differences) : [],
  };
}

async function readShown(
  projectId: string,
  { runId, prices }: BenchReading,
  from: number,
  differences: boolean,
): Promise<ShownRow[]> {
  const rows = await readRows(projectId, runId, { from, most: ROWS, characters: CHARACTERS });
  const items = await readListItems(
    projectId,
    rows.map(({ interactionId }) => interactionId),
  );
  const itemOf = new Map(items.map((item) => [item.interactionId, { ...item, matches: null }]));
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      item: itemOf.get(row.interactionId) ?? null,
      costUsd: costOf(prices, row),
      difference:
        differences && row.text !== null
          ? await compareTexts({ before: row.old.text, after: row.text, whole: true })
          : null,
    })),
  );
}
