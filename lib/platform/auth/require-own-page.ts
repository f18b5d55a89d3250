import { Problem } from "../problem/index.ts";
import { isOwnOrigin, ownOrigin } from "./own-origin.ts";

/**
 * A page of another site must not act with our reader's cookies.
 * @throws Problem 403 that names what to set, should the page be the reader's own after all.
 */
export function requireOwnPage(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  // Browsers name where a request comes from in one of the two; what names neither is no browser.
  const site = request.headers.get("sec-fetch-site") ?? "same-origin";
  if (origin && !isOwnOrigin(request.headers, origin)) {
    throw new Problem(
      "origin_not_allowed",
      `${REFUSED} ${explain(origin, ownOrigin(request.headers))}`.trim(),
    );
  }
  if (!["same-origin", "none"].includes(site)) throw new Problem("origin_not_allowed", REFUSED);
}

const REFUSED = "This may only be done from this app's own pages.";

function explain(origin: string, own: string): string {
  if (!/^https?:\/\/[\w.:[\]-]+$/i.test(origin)) return "";
  return (
    `The request came from a page at ${origin} and reached Whetstone as ${own}. If ${origin} is where people open ` +
    `Whetstone, start it with PUBLIC_URL=${origin}, or list the proxy in front in TRUSTED_PROXIES and let it send ` +
    "X-Forwarded-Host and X-Forwarded-Proto."
  );
}
