import { advisoryLocks } from "#lib/platform/db/advisory-locks.ts";
import type { Transaction } from "#lib/platform/db/client.ts";

/**
 * Locks a project's bursts until the transaction ends: no one else can flag votes or change what is excluded.
 */
export const lockBursts = (tx: Transaction, projectId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.bursts}::int, hashtext(${projectId}))`;
