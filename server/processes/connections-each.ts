import { POOL_SIZE } from "#lib/platform/db/client.ts";

/**
 * Connections reserved for jobs, the process with the embedded server, commands run next to the app, and
 * people.
 */
const LEFT = 20;

/** With fewer, collection would have to wait for jobs and pages. */
const LEAST = 8;

/**
 * The number of connections per process.
 * @param most the server's maximum.
 * @throws Error that says what to do if there are too few.
 */
export function connectionsEach(most: number, processes: number): number {
  const each = Math.floor((most - LEFT) / processes);
  if (each >= LEAST) return Math.min(each, POOL_SIZE);
  const fitting = Math.floor((most - LEFT) / LEAST);
  const less = fitting > 0 ? `Set WEB_PROCESSES to ${fitting} or less, or ` : "";
  const advice = `${less}raise max_connections to ${LEFT + LEAST * processes} or more.`;
  throw new Error(
    `PostgreSQL allows ${most} connections, too few for WEB_PROCESSES=${processes}: each process needs ${LEAST}, and ${LEFT} are reserved for others. ${advice.charAt(0).toUpperCase()}${advice.slice(1)}`,
  );
}
