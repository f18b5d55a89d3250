import { param, type SearchParams } from "#components/dashboard/address.ts";
import { cursorSchema } from "#lib/observe/interactions/index.ts";

/** How many events a page of the list has. */
const PAGE_LENGTH = 50;

/** Which awaited events the address asks for; what it does not say right counts as not said. */
export const awaitedQuery = (search: SearchParams) => ({
  state: param(search, "state") === "orphaned" ? ("orphaned" as const) : ("waiting" as const),
  cursor: cursorSchema.safeParse(param(search, "cursor")).data,
  limit: PAGE_LENGTH,
});
