import { hmac } from "../auth/hmac.ts";
import { keepable, type MintedKey } from "./api-key.ts";

/**
 * The playground's publishable key. It is derived from the project's key whenever needed, so that it is not stored in
 * plain text. It works only from this app's own pages, until it is revoked.
 */
export const playgroundKey = (tokenKey: Uint8Array): MintedKey =>
  keepable(`pk_${hmac(tokenKey, "playground").digest("base64url").slice(0, 32)}`);
