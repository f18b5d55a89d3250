import type { PoolClient } from "pg";
import { connectionPool, Prisma, TRANSACTION_TIMES } from "./client.ts";
import { statementName } from "./statement-name.ts";

/** A statement as the tag of a template gives it, or made by `Prisma.sql`. */
type Query = TemplateStringsArray | Prisma.Sql;

/** What SQL goes through: Prisma's client, one transaction of it, or `pg` without Prisma. */
export interface Statements {
  /** @returns the rows. */
  $queryRaw<Rows = unknown>(query: Query, ...values: unknown[]): Promise<Rows>;
  /** @returns how many rows it wrote. */
  $executeRaw(query: Query, ...values: unknown[]): Promise<number>;
}

type Runner = Pick<PoolClient, "query">;

const run = (runner: Runner, query: Query, values: unknown[]) => {
  const sql = "raw" in query ? Prisma.sql(query, ...values) : query;
  const { text } = sql;
  return runner.query({ name: statementName(text), text, values: sql.values });
};

const through = (runner: Runner): Statements => ({
  $queryRaw: async <Rows>(query: Query, ...values: unknown[]) =>
    (await run(runner, query, values)).rows as Rows,
  $executeRaw: async (query, ...values) => (await run(runner, query, values)).rowCount ?? 0,
});

/**
 * Statements that are a transaction each, on the connections of Prisma's own pool. Past Prisma itself, which costs a small
 * statement as much as PostgreSQL does, and copies a parameter of a megabyte several times over.
 */
export const alone = async (): Promise<Statements> => through(await connectionPool());

/**
 * Runs several statements as one transaction, in the same way.
 * @throws what `work` or a statement throws; nothing is stored then.
 */
export async function inTransaction<T>(work: (tx: Statements) => Promise<T>): Promise<T> {
  const client = await (await connectionPool()).connect();
  let broken: Error | undefined;
  // A connection that breaks between two statements says so by an event, which nobody else listens for.
  const note = (error: Error) => {
    broken = error;
  };
  client.on("error", note);
  try {
    await client.query(`BEGIN; SET LOCAL statement_timeout = ${TRANSACTION_TIMES.timeout}`);
    const result = await work(through(client));
    const { command } = await client.query("COMMIT");
    if (command !== "COMMIT") throw new Error("A statement of the transaction failed, and nobody heeded it.");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(note);
    throw error;
  } finally {
    client.off("error", note);
    client.release(broken);
  }
}
