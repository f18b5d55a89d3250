import { param, type SearchParams } from "./address.ts";
import { type FilterName, filterNames, lackableNames, NONE_NAME } from "./filter-names.ts";

/** The active filters, by their names in the URL; "" means answers without a value. */
export type ActiveValues = { [Name in FilterName]?: string | undefined };

/** What an address asks for, and what of it a page leaves out. */
export interface ActiveFilters {
  chosen: ActiveValues;
  leftOut: FilterName[];
}

/** What an address asks for, without what a page does not count by. */
export function activeFilters(search: SearchParams, without: readonly FilterName[] = []): ActiveFilters {
  const lacking = lackingNames(search);
  const given = filterNames.flatMap((name) => {
    const value = param(search, name) ?? (lacking.includes(name) ? "" : undefined);
    return value === undefined ? [] : [{ name, value }];
  });
  const chosen = given.filter(({ name }) => !without.includes(name));
  return {
    chosen: Object.fromEntries(chosen.map(({ name, value }) => [name, value])),
    leftOut: given.filter((each) => !chosen.includes(each)).map(({ name }) => name),
  };
}

/** The filters of which an address asks for answers without any value. */
export function lackingNames(search: SearchParams): FilterName[] {
  const named = param(search, NONE_NAME)?.split(",") ?? [];
  return lackableNames.filter((name) => named.includes(name) && param(search, name) === undefined);
}
