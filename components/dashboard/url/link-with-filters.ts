import { lackingNames } from "./active-filters.ts";
import { param, type SearchParams, withParams } from "./address.ts";
import { filterNames, NONE_NAME, windowNames } from "./filter-names.ts";

/**
 * An address within the same window and filters as the page at hand, with further values of its own. Dates of its own
 * take the place of the window's.
 */
export function linkWithFilters(
  path: string,
  search: SearchParams,
  more: Record<string, string> = {},
): string {
  const kept = new URLSearchParams();
  const lackingOwn = more[NONE_NAME]?.split(",") ?? [];
  const dropped: readonly string[] = [...lackingOwn, ...("from" in more ? ["days"] : [])];
  for (const name of [...windowNames, ...filterNames]) {
    const value = param(search, name);
    if (value && !dropped.includes(name)) kept.set(name, value);
  }
  const lacking = lackingNames(search).filter((name) => !(name in more) && !dropped.includes(name));
  const none = [...lacking, ...lackingOwn].join(",");
  return withParams(path, kept, { ...more, [NONE_NAME]: none || null });
}

/** An address within the same window as the page at hand, without its filters. */
export const windowAddress = (path: string, search: SearchParams): string =>
  linkWithFilters(path, Object.fromEntries(windowNames.map((name) => [name, search[name]])));
