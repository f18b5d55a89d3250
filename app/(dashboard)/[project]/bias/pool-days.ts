import { qualityBand } from "#lib/decide/statistics/index";
import { type Rate, rate } from "#lib/domain/rate";
import { TOO_FEW } from "../../../../components/dashboard/words.ts";

/** The thumbs of a local day. */
export interface RatedDay {
  day: string;
  positive: Rate;
}

/** The band at the end of a local day; null where there are too few thumbs to say. */
export interface BandDay {
  day: string;
  /** Thumbs that it is of. */
  n: number;
  band: { observed: number; low: number; high: number } | null;
}

/** How many days before the window its first day needs. */
export const LEAD_DAYS = 6;

/** With fewer thumbs than this on the middle day, single days show chance and little else. */
const THIN = 30;

/**
 * The band by day: of each day alone or, where days are thin, of the week up to it. `days` begin `LEAD_DAYS` before
 * `from`.
 */
export function bandByDay(days: readonly RatedDay[], from: string): { pooled: number; days: BandDay[] } {
  const pooled = isThin(days.filter(({ day }) => day >= from)) ? LEAD_DAYS + 1 : 1;
  return {
    pooled,
    days: days.flatMap(({ day }, index) =>
      day < from ? [] : [bandOf(day, days.slice(Math.max(0, index + 1 - pooled), index + 1))],
    ),
  };
}

function isThin(days: readonly RatedDay[]): boolean {
  const counts = days
    .map(({ positive }) => positive.n)
    .filter((n) => n > 0)
    .toSorted((a, b) => a - b);
  return days.length > 2 * LEAD_DAYS && (counts[Math.floor(counts.length / 2)] ?? THIN) < THIN;
}

function bandOf(day: string, days: readonly RatedDay[]): BandDay {
  const up = days.reduce((sum, { positive }) => sum + (positive.value ?? 0) * positive.n, 0);
  const n = days.reduce((sum, { positive }) => sum + positive.n, 0);
  const { low, high } = qualityBand(up, n - up);
  const observed = rate(up, n).value;
  const telling = n >= TOO_FEW && low !== null && observed !== null;
  return { day, n, band: telling ? { observed, low, high } : null };
}
