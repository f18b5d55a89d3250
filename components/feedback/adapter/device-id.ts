import { randomBytes } from "./event-id.ts";

const NAME = "whetstone-device";

let inPage: string | undefined;

/**
 * This device's random ID, by which the server distinguishes raters of an answer that was logged without user
 * and session. Stored in localStorage, the same for all pages of a site; if that is not available, it lasts
 * as long as the page.
 */
export function deviceId(): string {
  // Completely random: an ID that starts with the time would reveal when the device first came.
  inPage ??= Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    const storage = window.localStorage;
    const kept = storage.getItem(NAME) ?? "";
    if (/^[\w-]{16,128}$/.test(kept)) inPage = kept;
    else storage.setItem(NAME, inPage);
  } catch {
    // Sandboxed frames, full disks, servers and apps without a browser have no storage.
  }
  return inPage;
}
