import type { PoolClient } from "pg";
import { connectionPool, Prisma, TRANSACTION_TIMES } from "./client.ts";
import { statementName } from "./statement-name.ts";

/** A statement from a template tag or from `Prisma.sql`. */
type Query = TemplateStringsArray | Prisma.Sql;

/** What runs SQL: Prisma's client, one of its transactions, or `pg` without Prisma. */
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
 * Runs each statement in its own transaction, on the connections of Prisma's pool but bypassing Prisma, which costs as
 * much as PostgreSQL for a small statement and copies a parameter of a megabyte several times.
 */
export const alone = async (): Promise<Statements> => through(await connectionPool());

/**
 * Runs several statements as one transaction, in the same way.
 * @throws what `work` or a statement throws; then nothing is stored.
 */
export async function inTransaction<T>(work: (tx: Statements) => Promise<T>): Promise<T> {
  const client = await (await connectionPool()).connect();
  let broken: Error | undefined;
  // A connection that breaks between two statements emits an event that nobody else listens for.
  const note = (error: Error) => {
    broken = error;
  };
  client.on("error", note);
  try {
    await client.query(`BEGIN; SET LOCAL statement_timeout = ${TRANSACTION_TIMES.timeout}`);
    const result = await work(through(client));
    const { command } = await client.query("COMMIT");
    if (command !== "COMMIT")
      throw new Error("A statement in the transaction failed, and its error was not handled.");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(note);
    throw error;
  } finally {
    client.off("error", note);
    client.release(broken);
  }
}
