import { env } from "#lib/platform/env.ts";
import type { ServerOptions } from "#server";

/** The server options from the environment, independent of port and database. */
export function serverOptions(
  dev: boolean,
  say: (text: string) => void,
): Omit<ServerOptions, "port" | "openDatabase"> {
  const { HOST, TRUSTED_PROXIES, CONNECTIONS_PER_ADDRESS, PAGES_AT_ONCE, WEB_PROCESSES } = env();
  return {
    dev,
    host: HOST,
    trustedProxies: TRUSTED_PROXIES,
    limits: {
      connectionsPerAddress: CONNECTIONS_PER_ADDRESS,
      pagesAtOnce: PAGES_AT_ONCE,
      // In development, one process compiles the pages.
      processes: dev ? 1 : WEB_PROCESSES,
    },
    say,
  };
}
