import { advisoryLocks } from "./advisory-locks.ts";
import type { Transaction } from "./client.ts";

/** What is counted by one transaction at a time. */
type Counted = "counting" | "experimentUsers" | "combinations";

/** Prevents others from counting the same of a project until the transaction ends. */
export const lockCounting = (
  tx: Transaction,
  projectId: string,
  counted: Counted = "counting",
): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks[counted]}::int, hashtext(${projectId}))`;

/**
 * The same, with a limited wait.
 * @param patienceMs 0 waits indefinitely; a lock that is not acquired in time is PostgreSQL's error 55P03.
 */
export async function lockCountingWithin(
  tx: Transaction,
  projectId: string,
  patienceMs: number,
  counted: Counted = "counting",
): Promise<void> {
  await tx.$queryRaw`SELECT set_config('lock_timeout', ${`${patienceMs}ms`}, true)`;
  await lockCounting(tx, projectId, counted);
  await tx.$queryRaw`SELECT set_config('lock_timeout', '0', true)`;
}

/** PostgreSQL's error for a lock that was not acquired in time. */
export const lockTaken: ReadonlySet<string> = new Set(["55P03"]);
