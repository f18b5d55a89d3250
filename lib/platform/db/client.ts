import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "#generated/client.ts";
import { env } from "#lib/platform/env.ts";
import { SessionClient } from "./session.ts";
import { statementName } from "./statement-name.ts";

export type { PrismaClient };
export { Prisma };

/** What a store writes through: the client itself or one transaction of it. */
export type Transaction = Prisma.TransactionClient;

// Next bundles its own copy of every module; what exists once in a process hangs on globalThis.
const shared = globalThis as {
  whetstoneDb?: PrismaClient | undefined;
  whetstonePool?: PgPool | undefined;
};

/** How long a transaction may wait for a connection, as long as the pool itself waits, and how long it may last; in milliseconds. */
export const TRANSACTION_TIMES = { maxWait: 6_000, timeout: 60_000 };

/** Most connections that one process opens; no more are of use to it. */
export const POOL_SIZE = 20;

/** Prisma's adapter for `pg`, whose pool of connections is ours to use too. */
class PoolKeeper extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    shared.whetstonePool = adapter.underlyingDriver();
    return adapter;
  }
}

type PgPool = ReturnType<Awaited<ReturnType<PrismaPg["connect"]>>["underlyingDriver"]>;

/** The connections of Prisma's own pool, which it makes when it connects. */
export async function connectionPool(): Promise<PgPool> {
  const client = db();
  if (!shared.whetstonePool) await client.$connect();
  if (shared.whetstonePool) return shared.whetstonePool;
  throw new Error("Prisma connected without a pool of ours.");
}

/**
 * Opens this process's client on `url`; the server, a script or a test calls it before the first query.
 * @param connections how many it may open at most.
 */
export function connectDatabase(url: string, connections = POOL_SIZE): PrismaClient {
  const adapter = new PoolKeeper(
    { connectionString: url, Client: SessionClient, max: connections, connectionTimeoutMillis: 5_000 },
    { statementNameGenerator: ({ sql }) => statementName(sql) },
  );
  // The pool of the client before this one leads to another database.
  shared.whetstonePool = undefined;
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
  shared.whetstonePool = undefined;
  await client?.$disconnect();
}
