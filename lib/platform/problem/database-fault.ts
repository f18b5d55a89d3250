import { Problem } from "./problem.ts";

/** Why the database does not do what it is asked just now, and may do it soon. */
export interface DatabaseFault {
  /** For people: what is wrong. */
  words: string;
  /** It concerns this one statement, which met another; else everything is refused. */
  isContention: boolean;
}

const UNREACHED = "The database cannot be reached just now.";
const CONTENTION = "Others wrote the same rows at the same time.";

/**
 * What PostgreSQL (by SQLSTATE), Prisma, its driver adapter (by kind) and the socket call it.
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
  ["The database takes no more connections just now.", ["53300", "TooManyConnections"]],
  ["The disk of the database is full.", ["53100"]],
  ["The disk of the database cannot be read or written.", ["58030"]],
  ["The database is out of memory.", ["53200"]],
  ["The database is out of a resource that its configuration limits.", ["53000", "53400"]],
  ["The database takes no writes: it is a standby, or set to read only.", ["25006"]],
  ["The database ended the statement early, by a time limit or by an operator.", ["57014", "25P04"]],
  ["Another session held a lock in the database for too long.", ["55P03"]],
  ["The database closed the session, by a time limit of its own.", ["57P05", "25P03"]],
  [CONTENTION, ["40001", "40P01", "P2034", "TransactionWriteConflict"]],
];

const wordsOfCode = new Map(faults.flatMap(([words, codes]) => codes.map((code) => [code, words] as const)));

/** What drivers and poolers say without a code. */
const unreachedWords =
  /Can't reach database server|Connection terminated|Server has closed the connection|timeout exceeded when trying to connect|Client has encountered a connection error|query_wait_timeout|server_login_retry|ECONNREFUSED|P1001/;

/** Why the database does not do it just now; undefined for an error that is no such fault. */
export function databaseFault(error: unknown, depth = 0): DatabaseFault | undefined {
  if (depth > 4 || typeof error !== "object" || error === null) return undefined;
  const { code, kind, originalCode, cause, meta, message } = error as Record<string, unknown>;
  const driver = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  // The deepest says it most exactly.
  const deeper = databaseFault(cause, depth + 1) ?? databaseFault(driver, depth + 1);
  if (deeper) return deeper;
  const known = [originalCode, code, kind].map((name) => wordsOfCode.get(String(name)));
  const words =
    known.find((said) => said !== undefined) ??
    (unreachedWords.test(String(message)) ? UNREACHED : undefined);
  return words === undefined ? undefined : { words, isContention: words === CONTENTION };
}

/** Whether an error says that the database serves nobody just now, as opposed to having answered no. */
export const isDatabaseAway = (error: unknown): boolean => databaseFault(error)?.isContention === false;

/** The refusal while the database does not do what it is asked. */
export const databaseAway = (words: string = UNREACHED): Problem =>
  new Problem(
    "database_unavailable",
    `${words} Send the same request with the same ids again: what was stored is not stored twice.`,
    { retryAfterSeconds: 2 },
  );
