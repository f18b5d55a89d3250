import { processWide } from "#lib/platform/process-wide.ts";

/** How long what was read of a key is believed, in milliseconds: a revoked key works no longer than this, in any process. */
const FRESH_MS = 3_000;

/** Most keys that are remembered, unknown ones included. */
const MOST = 10_000;

interface Known<Row> {
  at: number;
  row: Promise<Row>;
}

/** What one copy of this module forgets, all must forget. */
const known = processWide("keys", () => new Map<string, Known<unknown>>());

/** What `read` says of a key, asked at most once in three seconds, however many requests want to know. */
export function knownKey<Row>(key: string, read: () => Promise<Row>): Promise<Row> {
  const keys = known();
  // Not the time of day, which can be set back: a revoked key would go on working.
  const at = performance.now();
  const there = keys.get(key) as Known<Row> | undefined;
  if (there && at - there.at < FRESH_MS) return there.row;
  const row = read();
  keys.delete(key);
  keys.set(key, { at, row });
  row.catch(() => {
    if (keys.get(key)?.row === row) keys.delete(key);
  });
  if (keys.size > MOST) keys.delete(keys.keys().next().value as string);
  return row;
}

/** Forgets all keys: what was changed of one of them, or of its project, holds from the next request of this process on. */
export const forgetKeys = (): void => known().clear();
