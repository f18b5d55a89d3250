import { formatScoreNumber } from "./score-number.ts";

/** 0.032 → "+3.2", −0.004 → "−0.4", 0 → "0.0": points with a true minus sign. */
export function formatPoints(difference: number): string {
  const text = Math.abs(difference * 100).toFixed(1);
  return text === "0.0" ? text : `${difference > 0 ? "+" : "−"}${text}`;
}

/** A difference in a score's own unit, with a true minus sign. */
export const formatSigned = (difference: number): string => {
  const text = formatScoreNumber(Math.abs(difference));
  return Number(text.replaceAll(",", "")) === 0 ? text : `${difference > 0 ? "+" : "−"}${text}`;
};
