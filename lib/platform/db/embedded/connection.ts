import type { Client } from "pg";
import { SessionClient } from "../session.ts";
import { SUPERUSER } from "./initialize.ts";

/** The URL of a database of the embedded server. */
export const databaseUrl = (port: number, password: string, database: string = SUPERUSER): string =>
  `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

/** The result of an attempt to connect. */
export type Attempt = { client: Client } | { refused: "not_yet" | "password"; cause: unknown };

/** Tries once to connect: "not_yet" while the server starts, stops or is not there. */
export async function tryConnect(url: string): Promise<Attempt> {
  const client = new SessionClient({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    application_name: "whetstone lease",
  });
  // Without a listener, a connection that breaks later would crash the process.
  client.on("error", () => {});
  try {
    await client.connect();
    return { client };
  } catch (cause) {
    client.end().catch(() => {});
    const code = (cause as { code?: string }).code ?? "";
    return { refused: code.startsWith("28") ? "password" : "not_yet", cause };
  }
}
