import type { HourOfAnswers } from "./slices/model-users-store.ts";

/** How many answers are read at most: of a project, to find those of a feature, and of the feature. */
export interface ReadLimits {
  all: number;
  own: number;
}

/**
 * The start of the newest hours that together have no more answers than is read; the newest hour is always read.
 * @param hours newest first.
 * @returns null without hours.
 */
export function startOfNewest(hours: readonly HourOfAnswers[], limits: ReadLimits): Date | null {
  let [all, own] = [0, 0];
  let start: Date | null = null;
  for (const hour of hours) {
    all += hour.all;
    own += hour.own;
    if (start && (all > limits.all || own > limits.own)) break;
    start = hour.start;
  }
  return start;
}
