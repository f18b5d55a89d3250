import { param, type SearchParams, withParams } from "./address.ts";
import { clashing } from "./chosen-filters.ts";
import { filterNames, windowNames } from "./filter-names.ts";

/**
 * An address within the same window and filters as the page at hand, with further values of its own. What cannot stand
 * beside those stays behind.
 */
export function keptAddress(path: string, search: SearchParams, more: Record<string, string> = {}): string {
  const kept = new URLSearchParams();
  const clashes = filterNames.filter((name) => name in more).flatMap(clashing);
  for (const name of [...windowNames, ...filterNames]) {
    const value = param(search, name);
    if (value && !(clashes as string[]).includes(name)) kept.set(name, value);
  }
  return withParams(path, kept, more);
}

/** An address within the same window as the page at hand, without its filters. */
export const windowAddress = (path: string, search: SearchParams): string =>
  keptAddress(path, Object.fromEntries(windowNames.map((name) => [name, search[name]])));
