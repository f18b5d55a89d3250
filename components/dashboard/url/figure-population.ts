import type { CountUnit, FigureTarget } from "#components/figures/figure-target.ts";
import { BEYOND } from "#lib/domain/beyond.ts";
import { localDate } from "#lib/domain/calendar.ts";
import { type ScoreChoice, scoreParam } from "../scores/score-choice.ts";
import type { SearchParams } from "./address.ts";
import { linkWithFilters } from "./link-with-filters.ts";
import type { ListName } from "./list-link.ts";

/** The page of a metric: its project, its period and its filters. */
export interface FigurePage {
  base: string;
  search: SearchParams;
}

/** Which interactions a figure counts, or which ratings on them, within the filters of its page. */
export interface Population {
  /** Filters in addition to the page's, by their names in the URL. */
  filters?: Record<string, string> | undefined;
  /** Local dates, both inclusive, or whole hours of a zone, of which `until` is not part; the page's window where nothing is said. */
  window?: CountedWindow | undefined;
  /** The kind of the ratings. */
  rating?: CountedRating | undefined;
  /** What they name, both of the same rating. */
  categories?: readonly string[] | undefined;
  /** A score that they have; where no ratings are counted, its values are. */
  score?: ScoreChoice | undefined;
  /** The id of a burst that they belong to, whether or not it is left out. */
  burst?: string | undefined;
  /** The id of a theme that something said about the interactions is in. */
  theme?: string | undefined;
  /** What must be known of the interactions. */
  has?: "latency" | "cost" | "tokens" | undefined;
}

/** When what is counted was. */
export type CountedWindow = { from: string; to: string } | { since: Date; until: Date; tz: string };

/** The kinds of ratings that figures count; "rated" counts interactions that have any. */
export type CountedRating = keyof typeof units;

const units = {
  thumbs: "thumbs",
  up: "thumbs up",
  down: "thumbs down",
  stars: "star ratings",
  correction: "corrections",
  comment: "comments",
  rated: "interactions",
} as const satisfies Record<string, CountUnit>;

/** What is counted of a population. */
export function countedUnit({
  rating,
  categories = [],
  score,
  burst,
}: Pick<Population, "rating" | "categories" | "score" | "burst">): CountUnit {
  if (rating) return units[rating];
  if (categories.length > 0 || burst) return "ratings";
  return score ? "scores" : "interactions";
}

/** The list of what a figure counts; undefined where it counts nothing, or what aggregates count under no value of its own. */
export function listTarget(
  { base, search }: FigurePage,
  population: Population,
  count: number,
): FigureTarget | undefined {
  if (count === 0) return undefined;
  const {
    filters,
    window,
    rating,
    categories: [category, other] = [],
    score,
    burst,
    theme,
    has,
  } = population;
  const own: { [Name in ListName]?: string | undefined } = {
    rating,
    category,
    with_category: other,
    score: score && scoreParam(score),
    burst,
    theme,
    has,
  };
  const given = Object.entries({ ...(window ? windowParams(window) : {}), ...own, ...filters });
  if (given.some(([, value]) => value === BEYOND)) return undefined;
  const more = Object.fromEntries(given.filter((entry): entry is [string, string] => entry[1] !== undefined));
  return {
    href: linkWithFilters(`${base}/interactions`, search, more),
    count,
    unit: countedUnit(population),
  };
}

/** Hours are sent together with their local days, which other pages can show. */
function windowParams(window: CountedWindow): Record<string, string> {
  if ("from" in window) return window;
  const { since, until, tz } = window;
  return {
    from: localDate(tz, since),
    to: localDate(tz, new Date(until.getTime() - 1)),
    since: since.toISOString(),
    until: until.toISOString(),
  };
}
