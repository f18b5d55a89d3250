import type { Client } from "pg";
import { SUPERUSER } from "./initialize.ts";

/** The key of the advisory lock that counts who uses the server; any number, the same for all. */
const LEASE = 7_305_020;

/** Says to the server that this process uses it, for as long as the connection lives. */
export async function takeLease(client: Client): Promise<void> {
  await client.query("SELECT pg_advisory_lock_shared($1)", [LEASE]);
}

/** Gives the lease back and tells whether it was the last one. Then nobody can take one until the connection ends. */
export async function returnLease(client: Client): Promise<{ last: boolean }> {
  const result = await client.query<{ last: boolean }>(
    "SELECT pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) AS last",
    [LEASE],
  );
  return { last: result.rows[0]?.last ?? false };
}

/** Makes the app's database in a new cluster. */
export async function ensureDatabase(client: Client): Promise<void> {
  const there = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [SUPERUSER]);
  if (there.rowCount === 0) await client.query(`CREATE DATABASE ${SUPERUSER}`);
}
