import { decayedSeries, decayReach } from "../decide/statistics/index.ts";
import { addDays } from "../domain/calendar.ts";
import type { Rate } from "../domain/rate.ts";
import { type MetricFilter, trends } from "../evaluate/metrics/index.ts";

/** The decayed rate as it stood at the end of a local day; its n is the effective sample size. */
export interface DecayedDay {
  day: string;
  rate: Rate;
}

/**
 * The positive rate in which a rating counts half as much for each `halfLifeDays` of its age, by local day. Ratings of
 * before the window count too, as far back as they weigh more than a hundredth.
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
