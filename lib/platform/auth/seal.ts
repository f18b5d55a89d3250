import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { authSecret } from "./installation.ts";

const ALGORITHM = "aes-256-gcm";

/** Bytes of the key, the nonce and the tag. */
const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16];

const VERSION = 1;

/** The key of the installation for this, which signs nothing else. */
async function sealingKey(): Promise<Uint8Array> {
  return new Uint8Array(hkdfSync("sha256", await authSecret(), "", "whetstone sealed secrets", KEY_BYTES));
}

/**
 * Encrypts a secret that has to be read again, under the installation's key.
 * @param place where it is kept: a row that is copied elsewhere cannot be opened there.
 */
export async function seal(secret: string, place: string): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, await sealingKey(), nonce).setAAD(Buffer.from(place));
  const sealed = [cipher.update(secret, "utf8"), cipher.final()];
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ...sealed]));
}

/** The secret, or null where the installation's key is another by now, or the row is not in its place. */
export async function unseal(sealed: Uint8Array, place: string): Promise<string | null> {
  const bytes = Buffer.from(sealed);
  const [nonceEnd, tagEnd] = [1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES];
  if (bytes[0] !== VERSION || bytes.byteLength < tagEnd) return null;
  const decipher = createDecipheriv(ALGORITHM, await sealingKey(), bytes.subarray(1, nonceEnd), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(nonceEnd, tagEnd));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
