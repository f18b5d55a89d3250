import { Problem } from "./problem.ts";

/** A temporary failure of the database. */
export interface DatabaseFault {
  /** What is wrong, for people. */
  words: string;
  /**
   * Whether only this statement failed, because of a conflict with another; otherwise the whole database is affected.
   */
  isContention: boolean;
}

const UNREACHED = "The database is temporarily unreachable.";
const CONTENTION = "The request conflicted with concurrent writes.";

/**
 * Codes of PostgreSQL (SQLSTATE), Prisma, its driver adapter (kind) and the socket.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const faults: readonly (readonly [words: string, codes: readonly string[]])[] = [
  [
    UNREACHED,
    [
      ...["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"],
      ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EPIPE", "ETIMEDOUT"],
      ...["57P01", "57P02", "57P03", "08000", "08001", "08003", "08004", "08006"],
      ...["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TlsConnectionError"],
    ],
  ],
  ["The database has no free connections.", ["53300", "TooManyConnections"]],
  ["The database's disk is full.", ["53100"]],
  ["The database's disk cannot be read or written.", ["58030"]],
  ["The database is out of memory.", ["53200"]],
  ["The database has reached a configured resource limit.", ["53000", "53400"]],
  ["The database is read-only.", ["25006"]],
  ["The database canceled the statement (timeout or administrator).", ["57014", "25P04"]],
  ["The database timed out waiting for a lock.", ["55P03"]],
  ["The database closed an idle session.", ["57P05", "25P03"]],
  [CONTENTION, ["40001", "40P01", "P2034", "TransactionWriteConflict"]],
];

const wordsOfCode = new Map(faults.flatMap(([words, codes]) => codes.map((code) => [code, words] as const)));

/** Messages of drivers and poolers that have no code. */
const unreachedWords =
  /Can't reach database server|Connection terminated|Server has closed the connection|timeout exceeded when trying to connect|Client has encountered a connection error|query_wait_timeout|server_login_retry|ECONNREFUSED|P1001/;

/** The temporary failure of the database behind an error; undefined for any other error. */
export function databaseFault(error: unknown, depth = 0): DatabaseFault | undefined {
  if (depth > 4 || typeof error !== "object" || error === null) return undefined;
  const { code, kind, originalCode, cause, meta, message } = error as Record<string, unknown>;
  const driver = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  // The deepest cause is the most specific.
  const deeper = databaseFault(cause, depth + 1) ?? databaseFault(driver, depth + 1);
  if (deeper) return deeper;
  const known = [originalCode, code, kind].map((name) => wordsOfCode.get(String(name)));
  const words =
    known.find((said) => said !== undefined) ??
    (unreachedWords.test(String(message)) ? UNREACHED : undefined);
  return words === undefined ? undefined : { words, isContention: words === CONTENTION };
}

/** Whether an error means that the database is unavailable, not that it rejected the statement. */
export const isDatabaseAway = (error: unknown): boolean => databaseFault(error)?.isContention === false;

/** The problem to return while the database is unavailable. */
export const databaseAway = (words: string = UNREACHED): Problem =>
  new Problem("database_unavailable", `${words} Retry with the same IDs: nothing is stored twice.`, {
    retryAfterSeconds: 2,
  });
