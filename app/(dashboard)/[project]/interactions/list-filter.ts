import { z } from "zod";
import { interactionFilter } from "#app/(dashboard)/interaction-filter.ts";
import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import { readScoreParam } from "#components/dashboard/scores/score-choice.ts";
import { param } from "#components/dashboard/url/address.ts";
import type { ListName } from "#components/dashboard/url/list-link.ts";
import { windowHours } from "#lib/evaluate/metrics/index.ts";
import type { InteractionFilter } from "#lib/observe/interactions/index.ts";
import { isCursor } from "#lib/platform/list-cursor.ts";
import { hasChoices, ratingChoices, signalChoices, slowChoices } from "./list-choices.ts";

/** How many interactions a page of the list has. */
const PAGE_LENGTH = 50;

/** The list's own filters; invalid values are ignored. */
export function activeListFilters(page: ProjectPage): Partial<Record<ListName, string>> {
  const { search } = page;
  const given: Record<ListName, string | undefined> = {
    q: param(search, "q"),
    rating: chosenOf(ratingChoices, param(search, "rating")),
    category: param(search, "category"),
    with_category: param(search, "category") && param(search, "with_category"),
    signal: chosenOf(signalChoices, param(search, "signal")),
    score: readScoreParam(param(search, "score")) && param(search, "score"),
    burst: z.uuid().safeParse(param(search, "burst")).data,
    theme: z.uuid().safeParse(param(search, "theme")).data,
    slow: chosenOf(slowChoices, param(search, "slow")),
    has: chosenOf(hasChoices, param(search, "has")),
    session: param(search, "session"),
    user: param(search, "user"),
    ...hoursAsked(page),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The hours that an address asks for, from `since` on and before `until`; none where they do not lie within its days. */
function hoursAsked({ search, period, tz }: ProjectPage): Record<"since" | "until", string | undefined> {
  const [since, until] = [param(search, "since"), param(search, "until")];
  const days = windowHours(period, tz);
  const within =
    since && until && isMoment(since) && isMoment(until) && since < until
      ? since >= days.since.toISOString() && until <= days.until.toISOString()
      : false;
  return within ? { since, until } : { since: undefined, until: undefined };
}

/** As toISOString writes them, which orders them as texts. */
const isMoment = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

/** Which interactions the address asks for. */
export function listFilter(page: ProjectPage): InteractionFilter {
  const { q, category, with_category, session, user, rating, signal, score, burst, theme, slow, has } =
    activeListFilters(page);
  const { since, until } = activeListFilters(page);
  const cursor = param(page.search, "cursor");
  return {
    ...interactionFilter(page),
    ...(since && until ? { from: new Date(since), to: new Date(until) } : {}),
    text: q,
    rating: ratingChoices.find(({ value }) => value === rating)?.value,
    category,
    withCategory: with_category,
    has: hasChoices.find(({ value }) => value === has)?.value,
    signal: signalChoices.find(({ value }) => value === signal)?.value,
    score: readScoreParam(score),
    burst,
    theme,
    slowerThan: slowChoices.find(({ value }) => value === slow)?.ms,
    sessionId: session,
    userHash: user,
    cursor: isCursor(cursor) ? cursor : undefined,
    limit: PAGE_LENGTH,
  };
}

const chosenOf = (choices: readonly { value: string }[], text: string | undefined) =>
  choices.find(({ value }) => value === text)?.value;
