import type { RebuildProgress } from "#lib/evaluate/metrics/index.ts";

const whole = (number: number): string => Math.round(number).toLocaleString("en-US");

/** The progress of a rebuild as text. */
export function formatRebuild(
  { corrections, hours, ofHours, answers, ofAnswers }: RebuildProgress,
  seconds: number,
): string {
  if (ofHours === 0 && corrections > 0) return `${whole(corrections)} corrections analyzed`;
  const rate = answers > 0 && seconds > 0 ? `, ${whole(answers / seconds)}/s` : "";
  return `${whole(hours)} of ${whole(ofHours)} hours, ${whole(answers)} of ${whole(ofAnswers)} answers${rate}`;
}
