import { FreshCache } from "#lib/platform/fresh-cache.ts";
import { processWide } from "#lib/platform/process-wide.ts";

/** How long a key is cached, in milliseconds. In any process, a revoked key works for no longer than this. */
const FRESH_MS = 3_000;

/** Maximum number of cached keys, including unknown ones. */
const MOST = 10_000;

/** What one copy of this module forgets, all must forget. */
const known = processWide("keys", () => new FreshCache<unknown>({ freshMs: FRESH_MS, most: MOST }));

/** The result of `read` for a key, called at most once every three seconds however many requests need it. */
export const knownKey = <Row>(key: string, read: () => Promise<Row>): Promise<Row> =>
  known().read(key, read) as Promise<Row>;

/** Clears the cache: changes to a key or its project take effect with this process's next request. */
export const forgetKeys = (): void => known().forget();
