import type { Transaction } from "#lib/platform/db/client.ts";

/** The first key of this advisory lock, to tell it apart from others; the second is the project. */
const BURSTS = 7_305_026;

/**
 * Locks a project's bursts until the transaction ends: no one else can flag votes or change what is excluded.
 */
export const lockBursts = (tx: Transaction, projectId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${BURSTS}::int, hashtext(${projectId}))`;
