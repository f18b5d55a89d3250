import { Problem } from "../problem/index.ts";
import { isOwnOrigin, ownOrigin } from "./own-origin.ts";

/**
 * Rejects requests from other sites' pages, which must not act with our reader's cookies (CSRF).
 * @throws Problem 403 that says what to configure if the page is the reader's own after all.
 */
export function requireOwnPage(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  // Browsers send at least one of the two headers; a request with neither is not from a browser.
  const site = request.headers.get("sec-fetch-site") ?? "same-origin";
  if (origin && !isOwnOrigin(request.headers, origin)) {
    throw new Problem(
      "origin_not_allowed",
      `${REFUSED} ${explain(origin, ownOrigin(request.headers))}`.trim(),
    );
  }
  if (!["same-origin", "none"].includes(site)) throw new Problem("origin_not_allowed", REFUSED);
}

const REFUSED = "This request is only allowed from Whetstone's own pages.";

function explain(origin: string, own: string): string {
  if (!/^https?:\/\/[\w.:[\]-]+$/i.test(origin)) return "";
  return (
    `The request came from ${origin}, but Whetstone received it as ${own}. If people open Whetstone at ` +
    `${origin}, set PUBLIC_URL=${origin}, or list your proxy in TRUSTED_PROXIES and make it send ` +
    "X-Forwarded-Host and X-Forwarded-Proto."
  );
}
