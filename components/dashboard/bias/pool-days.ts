import { TOO_FEW } from "#components/format/numbers.ts";
import type { qualityBand } from "#lib/decide/statistics/index.ts";
import { partsOf } from "#lib/domain/rate-parts.ts";
import type { Measure } from "../trends/trend-metrics.ts";
import { pooledValues, stepsPooled, type TrendValue } from "../trends/trend-values.ts";

/** The thumbs of a local day. */
export interface RatedDay {
  day: string;
  thumbsUp: number;
  thumbsDown: number;
}

/** The band at the end of a local day; null where there are not enough thumbs. */
export interface BandDay {
  day: string;
  /** Thumbs that it is of. */
  n: number;
  band: { observed: number; low: number; high: number } | null;
}

/** What the band is of. */
const thumbs: Measure<RatedDay> = { kind: "share", of: partsOf.positiveRate };

/** The band by day, pooled as every trend is; `days` begin `leadDays` before `from`. */
export function bandByDay(
  days: readonly RatedDay[],
  from: string,
  toBand: typeof qualityBand,
): { pooled: number; days: BandDay[] } {
  const lead = days.filter(({ day }) => day < from).length;
  const own = days.slice(lead);
  const pooled = stepsPooled([own], thumbs, "day");
  const values = pooledValues(days, { lead, pooled, measure: thumbs });
  return { pooled, days: own.map(({ day }, index) => bandOf(day, toBand, values[index])) };
}

function bandOf(
  day: string,
  toBand: typeof qualityBand,
  { value, n }: Pick<TrendValue, "value" | "n"> = { value: null, n: 0 },
): BandDay {
  const count = n ?? 0;
  if (value === null || count < TOO_FEW) return { day, n: count, band: null };
  const { low, high } = toBand(value * count, count - value * count);
  return { day, n: count, band: low === null ? null : { observed: value, low, high } };
}
