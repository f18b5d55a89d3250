import { createHmac, createSecretKey, type Hmac, type KeyObject } from "node:crypto";

/** Making a key of bytes costs five times what the hash itself does. */
const keys = new WeakMap<Uint8Array, KeyObject>();

/** HMAC-SHA256 of a text under a key, to be digested. */
export function hmac(key: Uint8Array, text: string): Hmac {
  let made = keys.get(key);
  if (!made) {
    made = createSecretKey(key);
    keys.set(key, made);
  }
  return createHmac("sha256", made).update(text);
}
