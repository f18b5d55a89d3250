import type { Rate } from "#lib/domain/rate.ts";
import type { CountUnit, FigureTarget } from "../figures/figure-target.ts";
import { TOO_FEW } from "../format/numbers.ts";
import { prepareIntervals } from "./prepare-intervals.ts";

/** One thing to rank: what it is called, how often it was counted, its share, and where it leads. */
export interface RankedRow {
  key: string;
  label: string;
  count: number;
  /** What is counted; ratings where nothing is said. */
  unit?: CountUnit;
  /** Null where it has none. */
  share: Rate | null;
  figure?: FigureTarget | undefined;
}

/** One ranked bar: lengths in percent of the scale's width. */
export interface RankedBar extends RankedRow {
  /** Null where the share is of too few to say. */
  width: number | null;
  whisker: { from: number; to: number } | null;
}

/** Bars in the order of their rows, and the share at the right end of their scale. */
export interface Ranking {
  bars: RankedBar[];
  high: number;
}

/** Decides what ranked bars draw; their scale begins at zero, as bars must. */
export function prepareRanking(rows: readonly RankedRow[]): Ranking {
  const { high } = prepareIntervals(rows.flatMap(({ share }) => (share ? [share] : [])));
  const bars = rows.map((row): RankedBar => {
    const known = row.share && row.share.value !== null && row.share.n >= TOO_FEW ? row.share : null;
    return {
      ...row,
      width: known && (known.value / high) * 100,
      whisker: known && { from: (known.low / high) * 100, to: (known.high / high) * 100 },
    };
  });
  return { bars, high };
}
