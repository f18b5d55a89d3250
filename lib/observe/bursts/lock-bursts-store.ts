import type { Transaction } from "#lib/platform/db/client.ts";

/** The first key of this advisory lock, which sets it apart from others; the second is the project. */
const BURSTS = 7_305_026;

/** Lets nobody else flag votes of a project, or decide what is left out, until the transaction ends. */
export const lockBursts = (tx: Transaction, projectId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${BURSTS}::int, hashtext(${projectId}))`;
