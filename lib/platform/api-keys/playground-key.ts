import { hmac } from "../auth/hmac.ts";
import { keepable, type MintedKey } from "./api-key.ts";

/**
 * The playground's publishable key: made again from the project's own key whenever it is needed, so that it need not
 * be stored in the clear. It works from this app's own pages only, and ends when it is revoked.
 */
export const playgroundKey = (tokenKey: Uint8Array): MintedKey =>
  keepable(`pk_${hmac(tokenKey, "playground").digest("base64url").slice(0, 32)}`);
