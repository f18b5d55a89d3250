import type { FigureTarget } from "#components/figures/figure-target.ts";
import { BEYOND } from "#lib/domain/beyond.ts";
import { type FigurePage, listTarget } from "./figure-population.ts";
import { linkWithFilters } from "./link-with-filters.ts";

/** The ways down from a row of figures. */
export interface RowAddresses {
  /** Its interactions. */
  answers: FigureTarget | undefined;
  /** How it went over time. */
  trend: string;
}

/**
 * Where the interactions behind a row of figures are, and how it went over time, with the page's window and
 * filters; undefined for values that are counted together, which no address can ask for.
 */
export const rowLinks = (
  page: FigurePage,
  filters: Record<string, string>,
  interactions: number,
): RowAddresses | undefined =>
  Object.values(filters).includes(BEYOND)
    ? undefined
    : {
        answers: listTarget(page, { filters }, interactions),
        trend: linkWithFilters(`${page.base}/trends`, page.search, filters),
      };
