import { param, type SearchParams } from "./address.ts";
import { cohortNames, type FilterName, filterNames, makerNames } from "./filter-names.ts";

/** What narrows a page down, by its name in the address. */
export type Chosen = { [Name in FilterName]?: string | undefined };

/** What an address asks for, and what of it cannot stand beside the rest and is left out. */
export interface ChosenFilters {
  chosen: Chosen;
  leftOut: FilterName[];
}

/**
 * What an address asks for. Answers are counted by feature, model and prompt, or by feature and one cohort: of what an
 * address says beyond that, the first cohort stays and the rest is left out, as is what a page does not count by.
 */
export function chosenFilters(search: SearchParams, without: readonly FilterName[] = []): ChosenFilters {
  const given = filterNames.filter((name) => param(search, name) !== undefined);
  const asked = given.filter((name) => !without.includes(name));
  const cohort = cohortNames.find((name) => asked.includes(name));
  const leftOut = cohort ? asked.filter((name) => clashing(cohort).includes(name)) : [];
  const chosen: Chosen = {};
  for (const name of asked) if (!leftOut.includes(name)) chosen[name] = param(search, name);
  return { chosen, leftOut: given.filter((name) => !(name in chosen)) };
}

/** What cannot stand beside a filter. */
export function clashing(name: FilterName): readonly FilterName[] {
  if (isCohort(name)) return [...makerNames, ...cohortNames].filter((other) => other !== name);
  return isMaker(name) ? cohortNames : [];
}

const isCohort = (name: FilterName): boolean => (cohortNames as readonly FilterName[]).includes(name);
const isMaker = (name: FilterName): boolean => (makerNames as readonly FilterName[]).includes(name);
