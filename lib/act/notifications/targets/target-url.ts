import { isIP } from "node:net";
import { refusedClass } from "./address-class.ts";

/** Longest URL of a receiver in characters. */
const URL_MAX = 2_000;

/** The hosts that the operator allows, wherever they are: "hooks.internal", "10.0.0.7:8080". */
export type AllowedHosts = readonly string[];

/** Whether the operator allows this URL's host, at any port or at this one. */
export function isAllowedHost({ hostname, host }: URL, allowed: AllowedHosts): boolean {
  return allowed.some((name) => [hostname, host].includes(name.toLowerCase()));
}

/** The address in a URL without its brackets; null where there is a name. */
export function literalAddress({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(bare) === 0 ? null : bare;
}

/**
 * Reads the URL of a receiver.
 * @returns the URL, or why it cannot be one, for the one who entered it.
 */
export function readTargetUrl(text: string, allowed: AllowedHosts): URL | string {
  if (text.length > URL_MAX) return `must have at most ${URL_MAX} characters`;
  if (!URL.canParse(text)) return "must be a URL such as https://hooks.example.com/whetstone";
  const url = new URL(text);
  if (url.username || url.password) return "must not contain a user or password";
  url.hash = "";
  if (isAllowedHost(url, allowed) && /^https?:$/.test(url.protocol)) return url;
  if (url.protocol !== "https:") return "must begin with https://";
  const address = literalAddress(url);
  const refused = address === null ? null : refusedClass(address);
  return refused === null ? url : refusal(address ?? "", refused);
}

/** Why an address is not connected to. */
export const refusal = (address: string, what: string): string =>
  `must not lead to ${what} (${address}). The operator can allow the host with NOTIFICATION_HOSTS`;
