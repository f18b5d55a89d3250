import { createHmac } from "node:crypto";

/** What is stored of a user id: its HMAC-SHA256 under the project's own key, as 43 characters of base64url. */
export const userHash = (userHashKey: Uint8Array, userId: string): string =>
  createHmac("sha256", userHashKey).update(userId).digest("base64url");
