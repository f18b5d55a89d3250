import { advisoryLocks } from "./advisory-locks.ts";
import type { Transaction } from "./client.ts";

/** Prevents others from counting a project until the transaction ends. */
export const lockCounting = (tx: Transaction, projectId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.counting}::int, hashtext(${projectId}))`;

/**
 * The same, with a limited wait.
 * @param patienceMs 0 waits indefinitely; a lock that is not acquired in time is PostgreSQL's error 55P03.
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
