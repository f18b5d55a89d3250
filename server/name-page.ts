import type { IncomingMessage } from "node:http";
import { parseTarget } from "./readable-address.ts";

/** Where a page finds the address that was asked for. */
const PAGE_ADDRESS = "x-whetstone-address";

/** Puts a page's own address into its headers, for whoever is sent to sign in first: Next does not tell its pages. */
export function namePage(request: IncomingMessage): void {
  const address = parseTarget(request);
  // What Next adds when it asks for a page's data.
  address.searchParams.delete("_rsc");
  request.headers[PAGE_ADDRESS] = address.pathname + address.search;
}
