import { createHmac, createSecretKey, type Hmac, type KeyObject } from "node:crypto";

/** Creating the key object costs five times as much as the hash itself. */
const keys = new WeakMap<Uint8Array, KeyObject>();

/** The HMAC-SHA256 of a text with a key, to be digested. */
export function hmac(key: Uint8Array, text: string): Hmac {
  let made = keys.get(key);
  if (!made) {
    made = createSecretKey(key);
    keys.set(key, made);
  }
  return createHmac("sha256", made).update(text);
}
