import { formatFilters } from "../filters/filter-choices.ts";
import { param, type SearchParams } from "./address.ts";
import type { FilterName } from "./filter-names.ts";
import { validatePeriod } from "./period.ts";

/** What an address asks for that is not shown, each in words that say why. */
export function invalidParams(search: SearchParams, leftOut: readonly FilterName[]): string[] {
  const window = { from: param(search, "from"), to: param(search, "to"), days: param(search, "days") };
  return [
    validatePeriod(window),
    leftOut.length > 0
      ? `${formatFilters(leftOut)} ignored: this page does not support ${leftOut.length > 1 ? "these filters" : "this filter"}.`
      : null,
  ].filter((fault) => fault !== null);
}
