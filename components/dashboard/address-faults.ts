import { param, type SearchParams } from "./address.ts";
import { CLASH, filterWords } from "./filter-choices.ts";
import type { FilterName } from "./filter-names.ts";
import { periodFault } from "./period.ts";

/** What an address asks for that is not shown, each in words that say why. */
export function addressFaults(
  search: SearchParams,
  leftOut: readonly FilterName[],
  without: readonly FilterName[],
): string[] {
  const notHere = leftOut.filter((name) => without.includes(name));
  const clashing = leftOut.filter((name) => !without.includes(name));
  const window = { from: param(search, "from"), to: param(search, "to"), days: param(search, "days") };
  return [
    periodFault(window),
    notHere.length > 0
      ? `${filterWords(notHere)} left out: this page does not count by ${notHere.length > 1 ? "them" : "it"}.`
      : null,
    clashing.length > 0 ? `${filterWords(clashing)} left out. ${CLASH}` : null,
  ].filter((fault) => fault !== null);
}
