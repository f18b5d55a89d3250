import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import { formatPoint } from "#components/charts/format-point.ts";
import type { FilterChip } from "#components/dashboard/filters/filter-chips.tsx";
import { clearedChoice, filterChoices } from "#components/dashboard/filters/filter-choices.ts";
import { readScoreParam, scoreLabel } from "#components/dashboard/scores/score-choice.ts";
import { formatCategory } from "#components/format/numbers.ts";
import { byCohort } from "#lib/domain/dimensions.ts";
import { hasChoices, ratingChoices, signalChoices, slowChoices } from "./list-choices.ts";
import { activeListFilters } from "./list-filter.ts";

/** What the list is filtered by beyond its window, in words, each with what taking it away changes in the address. */
export function listChips(page: ProjectPage): FilterChip[] {
  const {
    rating,
    category,
    with_category: other,
    signal,
    burst,
    theme,
    slow,
    has,
    since,
    until,
    ...chosen
  } = activeListFilters(page);
  const score = readScoreParam(chosen.score);
  const known = { features: [], models: [], prompts: [], cohorts: byCohort(() => []) };
  const labelOf = (choices: readonly { value: string; label: string }[], value: string | undefined) =>
    choices.find((choice) => choice.value === value)?.label;
  const chip = (label: string | undefined, ...names: string[]): FilterChip[] =>
    label ? [{ label, changes: Object.fromEntries(names.map((name) => [name, null])) }] : [];
  return [
    ...filterChoices(known, page.chosen, []).flatMap(({ choice, chosen }) =>
      chosen ? [{ label: `${choice.label}: ${chosen.label}`, changes: clearedChoice(choice.name) }] : [],
    ),
    ...chip(since && until && hourSpan(since, until, page.tz), "since", "until"),
    ...chip(labelOf(ratingChoices, rating), "rating"),
    ...chip(category && `Category: ${formatCategory(category)}`, "category", "with_category"),
    ...chip(other && `With category: ${formatCategory(other)}`, "with_category"),
    ...chip(labelOf(signalChoices, signal), "signal"),
    ...chip(score && `Score: ${scoreLabel(score)}`, "score"),
    ...chip(burst && "In one burst", "burst"),
    ...chip(theme && "In one theme", "theme"),
    ...chip(labelOf(slowChoices, slow), "slow"),
    ...chip(labelOf(hasChoices, has), "has"),
  ];
}

/** "3 Nov 2026, 20:00 to 3 Nov 2026, 21:00". */
const hourSpan = (since: string, until: string, tz: string): string =>
  `${formatPoint(since, "hour", tz)} to ${formatPoint(until, "hour", tz)}`;
