import { type QualityBand, qualityBand } from "../decide/statistics/index.ts";
import type { Rate } from "../domain/rate.ts";
import type { RaterRate } from "../domain/rater-groups.ts";
import {
  countable,
  type FeatureRow,
  features,
  type MetricFilter,
  type ModelSummary,
  modelSummaries,
  type PlaceRow,
  responseByPlace,
  type Summary,
  trends,
  wholeSummary,
} from "../evaluate/metrics/index.ts";

/** The response rate and the quality band of a local day. */
export interface BiasDay {
  day: string;
  responseRate: Rate;
  positive: RaterRate;
  thumbsUp: number;
  thumbsDown: number;
  band: QualityBand;
}

/** The response bias of ratings: who rates, when and where, and the quality band. */
export interface Bias {
  all: Summary;
  band: QualityBand;
  days: BiasDay[];
  /** The response rate by place, most answers first. */
  features: FeatureRow[];
  /** Null if there are too many answers to scan. */
  models: ModelSummary[] | null;
  places: PlaceRow[] | null;
}

/** The response rate by time and place, and the band of true quality by assumption on who responds. */
export async function readBias(filter: MetricFilter): Promise<Bias> {
  const counted = { histograms: [] };
  const { possible } = await countable(filter, ["feature", "model"]);
  const [all, [series], byFeature, byModel, places] = await Promise.all([
    wholeSummary(filter),
    trends(filter, { unit: "day", raters: true }),
    features(filter, counted),
    possible ? modelSummaries(filter, counted) : null,
    possible ? responseByPlace(filter) : null,
  ]);
  const days = (series?.points ?? []).map(
    ({ at, responseRate, positive, thumbsUp, thumbsDown }): BiasDay => ({
      day: at,
      responseRate,
      positive,
      thumbsUp,
      thumbsDown,
      band: qualityBand(thumbsUp, thumbsDown),
    }),
  );
  const band = qualityBand(all.thumbsUp, all.thumbsDown);
  return { all, band, days, features: byFeature, models: byModel, places };
}
