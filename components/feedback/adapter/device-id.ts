import { randomBytes } from "./event-id.ts";

const NAME = "whetstone-device";

let inPage: string | undefined;

/**
 * The random id of this device, by which the server tells apart who rates an answer that it gave to nobody by name. Kept in
 * localStorage, one for all pages of the site; where that is refused, it lives as long as the page.
 */
export function deviceId(): string {
  // Nothing but random: an id that begins with the time would tell when the device first came.
  inPage ??= Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    const storage = window.localStorage;
    const kept = storage.getItem(NAME) ?? "";
    if (/^[\w-]{16,128}$/.test(kept)) inPage = kept;
    else storage.setItem(NAME, inPage);
  } catch {
    // Frames without rights, full disks, servers and apps without a browser have no storage.
  }
  return inPage;
}
