import type { IncomingMessage } from "node:http";
import { isHost } from "#lib/platform/auth/own-origin.ts";
import { Problem } from "#lib/platform/problem/index.ts";

/** A placeholder host for parsing paths. */
const HERE = "http://here.invalid";

/** A request's path and query as a URL, whatever they look like. */
export const parseTarget = ({ url = "/" }: IncomingMessage): URL => new URL(HERE + url);

/**
 * Reduces a request's target to its path and query, with valid percent-encoding, and checks its host. Next
 * fails on invalid ones, in part outside of any error handling.
 * @throws Problem 400 that says which of the two is invalid.
 */
export function readAddress(request: IncomingMessage): void {
  const { host } = request.headers;
  // With two hosts, a proxy and we might each use a different one (RFC 9112, 3.2).
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

/** Path segments that URL parsers resolve, such as "..". */
const LEADS_ELSEWHERE = /\\|\/(?:\.|%2e)/i;

/**
 * Converts a target to "/path?query" without such segments. Proxies receive absolute URLs, and some pass them
 * on.
 */
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
