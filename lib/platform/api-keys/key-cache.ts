import { processWide } from "#lib/platform/process-wide.ts";

/** How long a key is cached, in milliseconds. In any process, a revoked key works for no longer than this. */
const FRESH_MS = 3_000;

/** Maximum number of cached keys, including unknown ones. */
const MOST = 10_000;

interface Known<Row> {
  at: number;
  row: Promise<Row>;
}

/** What one copy of this module forgets, all must forget. */
const known = processWide("keys", () => new Map<string, Known<unknown>>());

/** The result of `read` for a key, called at most once every three seconds however many requests need it. */
export function knownKey<Row>(key: string, read: () => Promise<Row>): Promise<Row> {
  const keys = known();
  // Not the system clock, which can be set back: a revoked key would keep working.
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

/** Clears the cache: changes to a key or its project take effect with this process's next request. */
export const forgetKeys = (): void => known().clear();
