import { param, type SearchParams } from "./address.ts";

/** The default threshold below which a prompt version is a problem. */
const DEFAULT_THRESHOLD = 0.5;

/** The thresholds that one click chooses. */
const presets = [0.4, 0.5, 0.6, 0.7, 0.8];

/** The threshold that an address asks for: a share between 0 and 1. */
export function parseThreshold(search: SearchParams): number {
  const asked = Number(param(search, "threshold") ?? Number.NaN);
  return asked > 0 && asked < 1 ? asked : DEFAULT_THRESHOLD;
}

/** The thresholds that are offered, the chosen one among them. */
export const thresholdChoices = (chosen: number): number[] =>
  [...new Set([...presets, chosen])].toSorted((one, other) => one - other);

/** 0.5 → "50%", 0.555 → "55.5%". */
export const formatThreshold = (threshold: number): string => `${Number((threshold * 100).toFixed(1))}%`;
