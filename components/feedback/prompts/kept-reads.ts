import { refusalOfNoAnswer } from "../adapter/refusal.ts";
import { backoffMs } from "../client/backoff.ts";
import { type FetchedJson, fetchJson, type JsonSource } from "../client/fetch-json.ts";

/** What reading from a server stands on. */
export interface ReadHost extends JsonSource {
  random(): number;
}

/** Something that the server serves, and how it is read. */
export interface Served<Value> {
  /** What it is called: the prompt, or the feature. */
  name: string;
  /** "/api/prompts/greet?label=x"; throws for a name that no address can have. */
  path(): string;
  /** Null for anything that it is not. */
  read(json: unknown): Value | null;
}

/** How long a value is used unasked, and how long while it is asked for anew, in milliseconds: as Cache-Control says. */
const [FRESH_MS, STALE_MS] = [10_000, 300_000];

/** Most values that are kept; the one that was asked for first goes first. */
const KEPT_MAX = 1_000;

/** Something that was asked for, and what is known of it. */
export interface KeptRead<Value> {
  served: Served<Value>;
  value: Value | null;
  etag: string | null;
  /** When the server last said that it is so, as `performance.now()`. */
  confirmedAt: number;
  underWay: Promise<void> | null;
  failures: number;
  /** The server is not asked again before. */
  notBefore: number;
  /** What was told of already. */
  told: Set<string>;
}

type OnFailed<Value> = (kept: KeptRead<Value>, detail: string) => void;

/**
 * Reads from the server, and keeps what it reads: what is known is given at once and asked for anew in the background when
 * it is older than ten seconds; it is waited for where nothing is known, or nothing newer than five minutes. Nothing of it
 * throws.
 * @param onFailed is called when the server could not be asked, with what is known all the same.
 * @returns reads what has a key, made where it was never asked for.
 */
export function keptReads<Value>(
  host: ReadHost,
  onFailed: OnFailed<Value>,
): (key: string, make: () => Served<Value>) => Promise<KeptRead<Value>> {
  const all = new Map<string, KeptRead<Value>>();
  return async (key, make) => {
    const kept = all.get(key) ?? keep(all, key, make());
    const age = performance.now() - kept.confirmedAt;
    if (age >= FRESH_MS) refresh(host, kept, onFailed);
    if (age >= STALE_MS && kept.underWay) await kept.underWay;
    return kept;
  };
}

function keep<Value>(all: Map<string, KeptRead<Value>>, key: string, served: Served<Value>): KeptRead<Value> {
  const made: KeptRead<Value> = {
    served,
    ...{ value: null, etag: null, confirmedAt: Number.NEGATIVE_INFINITY, underWay: null },
    ...{ failures: 0, notBefore: 0, told: new Set<string>() },
  };
  all.set(key, made);
  if (all.size > KEPT_MAX) all.delete(all.keys().next().value ?? "");
  return made;
}

/** Asks the server, unless it is being asked or failed just now. */
function refresh<Value>(host: ReadHost, kept: KeptRead<Value>, onFailed: OnFailed<Value>): void {
  if (kept.underWay || performance.now() < kept.notBefore) return;
  kept.underWay = ask(host, kept, onFailed).finally(() => {
    kept.underWay = null;
  });
}

async function ask<Value>(host: ReadHost, kept: KeptRead<Value>, onFailed: OnFailed<Value>): Promise<void> {
  const answer = await fetchServed(host, kept);
  const now = performance.now();
  if ("refusal" in answer) {
    const { detail, retryAfterSeconds } = answer.refusal;
    kept.failures += 1;
    kept.notBefore = now + backoffMs(kept.failures, host.random, retryAfterSeconds);
    onFailed(kept, detail);
    return;
  }
  if ("value" in answer) {
    const { value, etag } = answer;
    Object.assign(kept, { value, etag, told: new Set() });
  }
  Object.assign(kept, { confirmedAt: now, failures: 0, notBefore: 0 });
}

/** Asks the server; never throws, whatever the name is. */
async function fetchServed<Value>(
  host: ReadHost,
  { served, etag }: KeptRead<Value>,
): Promise<FetchedJson<Value>> {
  try {
    return await fetchJson(host, { path: served.path(), etag, read: served.read });
  } catch (cause) {
    return { refusal: refusalOfNoAnswer(cause) };
  }
}
