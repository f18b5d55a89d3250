import type { Transaction } from "./client.ts";

/** Sets this advisory lock apart from others; the second key is the project. */
const COUNTING = 7_305_022;

/** Keeps others from counting a project until the transaction ends. */
export const lockCounting = (tx: Transaction, projectId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${COUNTING}::int, hashtext(${projectId}))`;

/**
 * The same, for who does not wait for long.
 * @param patienceMs 0 stands for as long as it takes; a lock that is not had in time is PostgreSQL's error 55P03.
 */
export async function lockCountingWithin(
  tx: Transaction,
  projectId: string,
  patienceMs: number,
): Promise<void> {
  await tx.$queryRaw`SELECT set_config('lock_timeout', ${`${patienceMs}ms`}, true)`;
  await lockCounting(tx, projectId);
  await tx.$queryRaw`SELECT set_config('lock_timeout', '0', true)`;
}
