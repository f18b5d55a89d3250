/**
 * Writes rows until each has a result. A row that another request commits between the statement's snapshot and its
 * insert is in neither; the next round, with a new snapshot, sees it.
 * @param write returns the position and the result of each row that it settled.
 * @returns the result of each row, in the order given.
 */
export async function settleAll<Row, Outcome>(
  rows: readonly Row[],
  write: (rows: readonly Row[]) => Promise<readonly (readonly [position: number, outcome: Outcome])[]>,
): Promise<Outcome[]> {
  const outcomes = new Map<number, Outcome>();
  let left = rows.map((row, index) => ({ row, index }));
  while (left.length > 0) {
    for (const [position, outcome] of await write(left.map(({ row }) => row))) {
      const settled = left[position];
      if (settled) outcomes.set(settled.index, outcome);
    }
    left = left.filter(({ index }) => !outcomes.has(index));
  }
  return rows.map((_, index) => outcomes.get(index) as Outcome);
}
