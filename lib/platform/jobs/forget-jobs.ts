import type { Transaction } from "#lib/platform/db/client.ts";

/** Removes all jobs of a key from the queues, including completed ones. */
export async function forgetJobs(tx: Transaction, key: string): Promise<void> {
  const [queues] = await tx.$queryRaw<
    { exist: boolean }[]
  >`SELECT to_regclass('pgboss.job') IS NOT NULL AS exist`;
  if (!queues?.exist) return;
  await tx.$executeRaw`DELETE FROM pgboss.job WHERE singleton_key = ${key} OR data ->> 'key' = ${key}`;
}
