import { hmac } from "./hmac.ts";

/** What is stored of a user id: its HMAC-SHA256 with a key of the project, as 43 characters of base64url. */
export const userHash = (userHashKey: Uint8Array, userId: string): string =>
  hmac(userHashKey, userId).digest("base64url");
