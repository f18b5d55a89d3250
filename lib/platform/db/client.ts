import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "#generated/client.ts";
import { env } from "#lib/platform/env.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import { SessionClient } from "./session.ts";
import { statementName } from "./statement-name.ts";

export type { PrismaClient };
export { Prisma };

/** What a store writes through: the client itself or one transaction of it. */
export type Transaction = Prisma.TransactionClient;

const open = processWide(
  "database",
  (): { client?: PrismaClient | undefined; pool?: PgPool | undefined } => ({}),
);

/** How long a transaction may wait for a connection, as long as the pool itself waits, and how long it may last; in milliseconds. */
export const TRANSACTION_TIMES = { maxWait: 6_000, timeout: 60_000 };

/** Most connections that one process opens; no more are of use to it. */
export const POOL_SIZE = 20;

/** Prisma's adapter for `pg`, whose pool of connections is ours to use too. */
class PoolKeeper extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    open().pool = adapter.underlyingDriver();
    return adapter;
  }
}

type PgPool = ReturnType<Awaited<ReturnType<PrismaPg["connect"]>>["underlyingDriver"]>;

/** The connections of Prisma's own pool, which it makes when it connects. */
export async function connectionPool(): Promise<PgPool> {
  const client = db();
  if (!open().pool) await client.$connect();
  const { pool } = open();
  if (pool) return pool;
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
  const client = new PrismaClient({ adapter, errorFormat: "minimal" });
  Object.assign(open(), { client, pool: undefined });
  return client;
}

/**
 * This process's one client, opened on first use from DATABASE_URL.
 * @throws Error when nobody connected and DATABASE_URL is not set.
 */
export function db(): PrismaClient {
  const { client } = open();
  if (client) return client;
  const url = env().DATABASE_URL;
  if (!url) throw new Error("No database: start the app with `npm start`, or set DATABASE_URL.");
  return connectDatabase(url);
}

/** Closes the client, if one is open. */
export async function disconnectDatabase(): Promise<void> {
  const { client } = open();
  Object.assign(open(), { client: undefined, pool: undefined });
  await client?.$disconnect();
}
