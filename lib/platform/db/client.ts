import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "#generated/client.ts";
import { env } from "#lib/platform/env.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import { SessionClient } from "./session.ts";
import { statementName } from "./statement-name.ts";

export type { PrismaClient };
export { Prisma };

/** What a store writes with: the client or one of its transactions. */
export type Transaction = Prisma.TransactionClient;

const open = processWide(
  "database",
  (): { client?: PrismaClient | undefined; pool?: PgPool | undefined } => ({}),
);

/**
 * How long a transaction may wait for a connection (as long as the pool itself) and how long it may take, in
 * milliseconds.
 */
export const TRANSACTION_TIMES = { maxWait: 6_000, timeout: 60_000 };

/** Maximum number of connections of one process; it has no use for more. */
export const POOL_SIZE = 20;

/** Prisma's adapter for `pg`, with access to its connection pool. */
class PoolKeeper extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    open().pool = adapter.underlyingDriver();
    return adapter;
  }
}

type PgPool = ReturnType<Awaited<ReturnType<PrismaPg["connect"]>>["underlyingDriver"]>;

/** Prisma's connection pool, created when it connects. */
export async function connectionPool(): Promise<PgPool> {
  const client = db();
  if (!open().pool) await client.$connect();
  const { pool } = open();
  if (pool) return pool;
  throw new Error("Prisma connected without Whetstone's connection pool.");
}

/**
 * Opens this process's client on `url`; the server, a script or a test calls it before the first query.
 * @param connections the maximum number of connections.
 */
export function connectDatabase(url: string, connections = POOL_SIZE): PrismaClient {
  const adapter = new PoolKeeper(
    { connectionString: url, Client: SessionClient, max: connections, connectionTimeoutMillis: 5_000 },
    { statementNameGenerator: ({ sql }) => statementName(sql) },
  );
  // The pool of the previous client is connected to another database.
  const client = new PrismaClient({ adapter, errorFormat: "minimal" });
  Object.assign(open(), { client, pool: undefined });
  return client;
}

/**
 * This process's one client, opened on first use from DATABASE_URL.
 * @throws Error if not connected and DATABASE_URL is not set.
 */
export function db(): PrismaClient {
  const { client } = open();
  if (client) return client;
  const url = env().DATABASE_URL;
  if (!url) throw new Error("No database. Start the app with `npm start`, or set DATABASE_URL.");
  return connectDatabase(url);
}

/** Closes the client, if one is open. */
export async function disconnectDatabase(): Promise<void> {
  const { client } = open();
  Object.assign(open(), { client: undefined, pool: undefined });
  await client?.$disconnect();
}
