export { type AgedRatings, decayedRate } from "./decayed-rate.ts";
export { type QualityBand, qualityBand } from "./quality-band.ts";
