export { type BetaPrior, fitPrior, type RatingTally } from "./beta-prior.ts";
export { type Candidate, chanceToBeBest, type Standing } from "./chance-to-be-best.ts";
export {
  ALPHA,
  type AlwaysValid,
  alwaysValidInterval,
  alwaysValidP,
  type Estimated,
} from "./confidence-sequence.ts";
export { type Cuped, cuped, type HistorySums } from "./cuped.ts";
export type { AgedRatings } from "./decayed-rate.ts";
export { type DayOfRatings, decayedSeries, decayReach } from "./decayed-series.ts";
export { eBenjaminiHochberg, logLikelihoodRatio, logMean, logSum, type Trials } from "./e-values.ts";
export { type GoodnessOfFit, goodnessOfFit } from "./goodness-of-fit.ts";
export { negativeBinomialTail } from "./negative-binomial.ts";
export { normalBelow } from "./normal.ts";
export { POWER, usersForRates, usersUntilSure } from "./power.ts";
export { type QualityAtRatio, type QualityBand, qualityBand } from "./quality-band.ts";
export { type ResponseDoubt, responseDoubt } from "./response-doubt.ts";
export { benjaminiHochberg, holm } from "./several-tests.ts";
export { type ShrunkenRate, shrunkenRate } from "./shrunken-rate.ts";
