import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "#generated/client";
import { env } from "#lib/platform/env";

export type { PrismaClient };
export { Prisma };

/** What a store writes through: the client itself or one transaction of it. */
export type Transaction = Prisma.TransactionClient;

// Next bundles its own copy of every module; what exists once in a process hangs on globalThis.
const shared = globalThis as { whetstoneDb?: PrismaClient | undefined };

/** How long a transaction may wait for a connection, as long as the pool itself waits, and how long it may last; in milliseconds. */
export const TRANSACTION_TIMES = { maxWait: 6_000, timeout: 60_000 };

/** Most connections that one process opens. */
const POOL_SIZE = 20;

/**
 * A statement that begins with this comment is parsed and planned once a connection, which costs long ones more than
 * running them; its text must never vary.
 */
const prepared = /^\s*\/\* prepared: ([a-z_]+) \*\//;

/** Opens this process's client on `url`; the server, a script or a test calls it before the first query. */
export function connectDatabase(url: string): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: 5_000 },
    { statementNameGenerator: ({ sql }) => prepared.exec(sql)?.[1] ?? "" },
  );
  shared.whetstoneDb = new PrismaClient({ adapter, errorFormat: "minimal" });
  return shared.whetstoneDb;
}

/**
 * This process's one client, opened on first use from DATABASE_URL.
 * @throws Error when nobody connected and DATABASE_URL is not set.
 */
export function db(): PrismaClient {
  if (shared.whetstoneDb) return shared.whetstoneDb;
  const url = env().DATABASE_URL;
  if (!url) throw new Error("No database: start the app with `npm start`, or set DATABASE_URL.");
  return connectDatabase(url);
}

/** Closes the client, if one is open. */
export async function disconnectDatabase(): Promise<void> {
  const client = shared.whetstoneDb;
  shared.whetstoneDb = undefined;
  await client?.$disconnect();
}
