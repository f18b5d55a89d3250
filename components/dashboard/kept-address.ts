import { param, type SearchParams, withParams } from "./address.ts";
import { filterNames, windowNames } from "./filter-names.ts";

/** An address within the same window and filters as the page at hand, with further values of its own. */
export function keptAddress(path: string, search: SearchParams, more: Record<string, string> = {}): string {
  const kept = new URLSearchParams();
  for (const name of [...windowNames, ...filterNames]) {
    const value = param(search, name);
    if (value) kept.set(name, value);
  }
  return withParams(path, kept, more);
}
