import { type InteractionFilter, isCursor } from "#lib/observe/interactions/index";
import { param } from "../../../../components/dashboard/address.ts";
import type { ListName } from "../../../../components/dashboard/list-address.ts";
import { interactionFilter } from "../../interaction-filter.ts";
import type { ProjectPage } from "../../read-page.ts";
import { ratingChoices, signalChoices, slowChoices } from "./list-choices.ts";

/** How many interactions a page of the list has. */
const PAGE_LENGTH = 50;

/** What the list is asked for beside what every page is; what is no choice is left out. */
export function listChosen({ search }: ProjectPage): Partial<Record<ListName, string>> {
  const given: Record<ListName, string | undefined> = {
    q: param(search, "q"),
    rating: chosenOf(ratingChoices, param(search, "rating")),
    category: param(search, "category"),
    signal: chosenOf(signalChoices, param(search, "signal")),
    slow: chosenOf(slowChoices, param(search, "slow")),
    session: param(search, "session"),
    user: param(search, "user"),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Which interactions the address asks for. */
export function listFilter(page: ProjectPage): InteractionFilter {
  const { q, category, session, user, rating, signal, slow } = listChosen(page);
  const cursor = param(page.search, "cursor");
  return {
    ...interactionFilter(page),
    text: q,
    rating: ratingChoices.find(({ value }) => value === rating)?.value,
    category,
    signal: signalChoices.find(({ value }) => value === signal)?.value,
    slowerThan: slowChoices.find(({ value }) => value === slow)?.ms,
    sessionId: session,
    userHash: user,
    cursor: isCursor(cursor) ? cursor : undefined,
    limit: PAGE_LENGTH,
  };
}

const chosenOf = (choices: readonly { value: string }[], text: string | undefined) =>
  choices.find(({ value }) => value === text)?.value;
