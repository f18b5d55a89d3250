import type { FigureTarget } from "#components/figures/figure-target.ts";
import type { PairAsked } from "#lib/observe/preferences/index.ts";
import { isStorable, param, type SearchParams } from "../url/address.ts";
import type { FigurePage } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";

const outcomes = ["preferred", "rejected", "tie", "any"] as const satisfies readonly PairAsked["outcome"][];

/** The pairs that a figure of preferences counts; undefined where it counts none. */
export const pairsTarget = (
  { base, search }: FigurePage,
  { by, key, outcome }: PairAsked,
  count: number,
): FigureTarget | undefined =>
  count === 0
    ? undefined
    : {
        href: linkWithFilters(`${base}/scores/pairs`, search, { of: JSON.stringify([by, ...key]), outcome }),
        count,
        unit: "pairs",
      };

/** The pairs that an address asks for; null where it asks for none. */
export function readPairsAddress(search: SearchParams): PairAsked | null {
  const outcome = outcomes.find((known) => known === param(search, "outcome")) ?? "any";
  try {
    const [by, ...key]: unknown[] = JSON.parse(param(search, "of") ?? "");
    if ((by !== "model" || key.length !== 1) && (by !== "prompt" || key.length !== 2)) return null;
    return key.every((part): part is string => typeof part === "string" && isStorable(part))
      ? { by, key, outcome }
      : null;
  } catch {
    return null;
  }
}
