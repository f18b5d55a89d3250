import type { ApiKeyKind } from "#lib/domain/api-key.ts";
import { randomText, sha256 } from "../ids.ts";

const prefixes: Record<ApiKeyKind, string> = { publishable: "pk_", secret: "sk_" };

/** How many characters of a key may be shown to identify it. */
const SHOWN = 10;

/** A new key: the key itself, which is shown once, and what is stored of it. */
export interface MintedKey {
  key: string;
  prefix: string;
  hash: Uint8Array<ArrayBuffer>;
}

/** A new key of 192 random bits. */
export const mintKey = (kind: ApiKeyKind): MintedKey => keepable(prefixes[kind] + randomText(24));

/** What is stored of a key: its first characters and its SHA-256 (random keys need no slow hash). */
export const keepable = (key: string): MintedKey => ({ key, prefix: key.slice(0, SHOWN), hash: sha256(key) });

/** Maximum length of a string to be looked up as a key, because unknown ones are cached too. */
const KEY_MAX = 100;

/** The kind of a key by its prefix; null if it is not one of our keys. */
export function parseKeyKind(key: string): ApiKeyKind | null {
  if (key.length > KEY_MAX) return null;
  if (key.startsWith(prefixes.publishable)) return "publishable";
  return key.startsWith(prefixes.secret) ? "secret" : null;
}
