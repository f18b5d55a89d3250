import type { Transaction } from "#lib/platform/db/client.ts";

/** Sets this advisory lock apart from others; the second key is the project. */
const BURSTS = 7_305_026;

/** Lets nobody else flag votes of a project, or decide what is left out, until the transaction ends. */
export const lockBursts = (tx: Transaction, projectId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${BURSTS}::int, hashtext(${projectId}))`;
