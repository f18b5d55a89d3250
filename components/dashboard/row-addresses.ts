import type { SearchParams } from "./address.ts";
import { keptAddress } from "./kept-address.ts";

/** Where the answers behind a row of figures are, and how it went over time, with the page's window and filters. */
export const rowLinks = (base: string, search: SearchParams, row: Record<string, string>) => ({
  answers: keptAddress(`${base}/interactions`, search, row),
  trend: keptAddress(`${base}/trends`, search, row),
});
