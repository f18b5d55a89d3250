import { param, type SearchParams } from "./address.ts";
import { filterWords } from "./filter-choices.ts";
import type { FilterName } from "./filter-names.ts";
import { periodFault } from "./period.ts";

/** What an address asks for that is not shown, each in words that say why. */
export function addressFaults(search: SearchParams, leftOut: readonly FilterName[]): string[] {
  const window = { from: param(search, "from"), to: param(search, "to"), days: param(search, "days") };
  return [
    periodFault(window),
    leftOut.length > 0
      ? `${filterWords(leftOut)} left out: this page does not count by ${leftOut.length > 1 ? "them" : "it"}.`
      : null,
  ].filter((fault) => fault !== null);
}
