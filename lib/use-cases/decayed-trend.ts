import { decayedSeries, decayReach } from "../decide/statistics/index.ts";
import { addDays } from "../domain/calendar.ts";
import type { Rate } from "../domain/rate.ts";
import { type MetricFilter, trends } from "../evaluate/metrics/index.ts";

/** The decayed rate at the end of a local day; its n is the effective sample size. */
export interface DecayedDay {
  day: string;
  rate: Rate;
}

/**
 * The positive rate by local day in which a rating's weight halves every `halfLifeDays`. Ratings before the window
 * count too, until their weight falls below a hundredth.
 */
export async function decayedTrend(filter: MetricFilter, halfLifeDays: number): Promise<DecayedDay[]> {
  const from = addDays(filter.from, -decayReach(halfLifeDays));
  const [all] = await trends({ ...filter, from }, { unit: "day" });
  const days = (all?.points ?? []).map(({ at, thumbsUp, thumbsDown }) => ({
    day: at,
    up: thumbsUp,
    down: thumbsDown,
  }));
  return decayedSeries(days, filter.from, halfLifeDays);
}
