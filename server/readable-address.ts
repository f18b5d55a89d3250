import type { IncomingMessage } from "node:http";
import { isHost } from "#lib/platform/auth/own-origin.ts";
import { Problem } from "#lib/platform/problem/index.ts";

/** What stands for the host where only a path is read. */
const HERE = "http://here.invalid";

/** A request's own path and query, whatever it looks like. */
export const parseTarget = ({ url = "/" }: IncomingMessage): URL => new URL(HERE + url);

/**
 * Leaves of a request's target its path and query, percent-encoded as they should be, and sees that its host is one.
 * Next fails on what it cannot read, some of it outside of every catch.
 * @throws Problem 400 that says which of the two cannot be read.
 */
export function readAddress(request: IncomingMessage): void {
  const { host } = request.headers;
  // Of two, those behind each other might each believe another (RFC 9112, 3.2).
  if (host === undefined ? request.httpVersion !== "1.0" : !isHost(host) || countHosts(request) > 1) {
    throw new Problem(
      "malformed_address",
      "The Host header is missing, repeated or invalid. Send it exactly once.",
    );
  }
  request.url = originForm(request.url ?? "/");
}

function countHosts({ rawHeaders }: IncomingMessage): number {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.toLowerCase() === "host") hosts += 1;
  return hosts;
}

/** Parts of a path that lead elsewhere than they stand, as URLs have them. */
const LEADS_ELSEWHERE = /\\|\/(?:\.|%2e)/i;

/** A target as "/path?query", without parts that lead elsewhere; proxies are sent the whole address, and some send it on. */
function originForm(target: string): string {
  const isPath = target.startsWith("/") && !LEADS_ELSEWHERE.test(target);
  const path = isPath ? target : pathOfAddress(target.startsWith("/") ? HERE + target : target);
  try {
    decodeURIComponent(path.split("?")[0] ?? "");
    return path;
  } catch {
    throw unreadable();
  }
}

function pathOfAddress(target: string): string {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) throw unreadable();
  const { pathname, search } = new URL(target);
  return pathname + search;
}

const unreadable = (): Problem =>
  new Problem(
    "malformed_address",
    "The path is not valid percent-encoded UTF-8. Encode each segment with encodeURIComponent.",
  );
