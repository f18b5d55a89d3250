import { param, type SearchParams } from "./address.ts";
import { filterNames, NONE_NAME, windowNames } from "./filter-names.ts";

/** The filters of the list of interactions only, by their names in the URL. */
export const listNames = [
  "q",
  "rating",
  "category",
  "with_category",
  "signal",
  "score",
  "burst",
  "theme",
  "slow",
  "has",
  "session",
  "user",
  "since",
  "until",
] as const;

/** One of them. */
export type ListName = (typeof listNames)[number];

/** The query of the list that an address asks for, with the place in it, or without. */
export function listQuery(search: SearchParams, { place = true } = {}): string {
  const query = new URLSearchParams();
  for (const name of [
    ...windowNames,
    ...filterNames,
    NONE_NAME,
    ...listNames,
    ...(place ? ["cursor"] : []),
  ]) {
    const value = param(search, name);
    if (value) query.set(name, value);
  }
  return query.toString();
}

/** The address of one interaction, which knows the list that it was opened from. */
export const interactionAddress = (base: string, id: string, query: string): string =>
  `${base}/interactions/${encodeURIComponent(id)}${query && `?${query}`}`;

/** The address of a list, at the line of one interaction where it is given. */
export const listAddress = (base: string, query: string, id?: string): string =>
  `${base}/interactions${query && `?${query}`}${id === undefined ? "" : `#${lineId(id)}`}`;

/** The id of the line of an interaction. */
export const lineId = (id: string): string => `i-${encodeURIComponent(id)}`;
