export { type BetaPrior, fitPrior, type RatingTally } from "./beta-prior.ts";
export type { AgedRatings } from "./decayed-rate.ts";
export { type DayOfRatings, decayedSeries, decayReach } from "./decayed-series.ts";
export { negativeBinomialTail } from "./negative-binomial.ts";
export { type QualityAtRatio, type QualityBand, qualityBand } from "./quality-band.ts";
export { type ResponseDoubt, responseDoubt } from "./response-doubt.ts";
export { type ShrunkenRate, shrunkenRate } from "./shrunken-rate.ts";
