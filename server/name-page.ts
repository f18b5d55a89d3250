import type { IncomingMessage } from "node:http";
import { parseTarget } from "./readable-address.ts";

/** The header with the requested URL, for pages. */
const PAGE_ADDRESS = "x-whetstone-address";

/** Puts a page's own URL into its headers, to return to after sign-in; Next does not tell its pages. */
export function namePage(request: IncomingMessage): void {
  const address = parseTarget(request);
  // Added by Next when it requests a page's data.
  address.searchParams.delete("_rsc");
  request.headers[PAGE_ADDRESS] = address.pathname + address.search;
}
