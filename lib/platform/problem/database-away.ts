import { Problem } from "./problem.ts";

/** What the driver, Prisma and PostgreSQL call it when the server cannot be reached or is stopping or starting. */
const awayCodes = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
  "08001",
  "08003",
  "08006",
  "53300",
  // Full, or readable only: it cannot take a write just now.
  "53100",
  "25006",
]);
const awayKinds = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TlsConnectionError",
]);
const awayWords =
  /Can't reach database server|Connection terminated|Server has closed the connection|timeout exceeded when trying to connect|Client has encountered a connection error|ECONNREFUSED|P1001/;

/** Whether an error says that the database could not be asked, as opposed to having answered no. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (depth > 4 || typeof error !== "object" || error === null) return false;
  const { code, kind, originalCode, cause, meta, message } = error as Record<string, unknown>;
  if ([code, originalCode].some((value) => typeof value === "string" && awayCodes.has(value))) return true;
  if (typeof kind === "string" && awayKinds.has(kind)) return true;
  if (typeof message === "string" && awayWords.test(message)) return true;
  const driver = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return isDatabaseAway(cause, depth + 1) || isDatabaseAway(driver, depth + 1);
}

/** The refusal while the database is away. */
export const databaseAway = (): Problem =>
  new Problem(
    "database_unavailable",
    "The database cannot be reached just now. Send the same request with the same ids again: what was stored is not stored twice.",
    {
      retryAfterSeconds: 2,
    },
  );
