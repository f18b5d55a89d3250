import type { FilterChoice, FilterOption } from "./filter-option.ts";

/** Most options that are shown at once: more is typed, not scrolled through. */
const SHOWN_MAX = 100;

/** Which options fit what was typed, and how many more there are than are shown. */
export interface FilterMatches {
  shown: FilterOption[];
  hidden: number;
}

/** The options that have what was typed in their name, those that begin with it first. */
export function filterMatches(options: readonly FilterOption[], typed: string): FilterMatches {
  const wanted = fold(typed.trim());
  const fitting = options
    .map((option) => ({ option, at: fold(option.label).indexOf(wanted) }))
    .filter(({ at }) => at >= 0);
  const ranked = [...fitting.filter(({ at }) => at === 0), ...fitting.filter(({ at }) => at > 0)];
  return {
    shown: ranked.slice(0, SHOWN_MAX).map(({ option }) => option),
    hidden: Math.max(0, ranked.length - SHOWN_MAX),
  };
}

/** Without case and accents, as people type. */
const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** One line of an open choice; null takes the choice away. */
export interface Offered {
  value: string | null;
  label: string;
}

/** What an open choice offers: "all" first, then what fits; last what was typed itself where the menu may lack it. */
export function offeredOptions(choice: FilterChoice, typed: string): { offered: Offered[]; hidden: number } {
  const { shown, hidden } = filterMatches(choice.options, typed);
  const text = typed.trim();
  const known = choice.options.some(({ value }) => value === text);
  const own = choice.cut && text !== "" && !known ? [{ value: text, label: `Exactly “${text}”` }] : [];
  return { offered: [{ value: null, label: choice.all }, ...shown, ...own], hidden };
}
