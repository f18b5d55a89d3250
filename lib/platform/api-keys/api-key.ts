import type { ApiKeyKind } from "#lib/domain/api-key.ts";
import { randomText, sha256 } from "../ids.ts";

const prefixes: Record<ApiKeyKind, string> = { publishable: "pk_", secret: "sk_" };

/** How much of a key may be shown to recognise it by. */
const SHOWN = 10;

/** A key as it is handed out once: the key itself and what is kept of it. */
export interface MintedKey {
  key: string;
  prefix: string;
  hash: Uint8Array<ArrayBuffer>;
}

/** A new key of 192 random bits. */
export const mintKey = (kind: ApiKeyKind): MintedKey => keepable(prefixes[kind] + randomText(24));

/** What is stored of a key: its first characters and its SHA-256 (random keys need no slow hash). */
export const keepable = (key: string): MintedKey => ({ key, prefix: key.slice(0, SHOWN), hash: sha256(key) });

/** Most characters that a text may have to be looked up as a key: what is unknown is remembered, too. */
const KEY_MAX = 100;

/** The kind that a key claims by its prefix; null for what is no key of ours. */
export function parseKeyKind(key: string): ApiKeyKind | null {
  if (key.length > KEY_MAX) return null;
  if (key.startsWith(prefixes.publishable)) return "publishable";
  return key.startsWith(prefixes.secret) ? "secret" : null;
}
