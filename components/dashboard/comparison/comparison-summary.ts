import { formatPercent, TOO_FEW } from "#components/format/numbers.ts";
import { knownDifference } from "./comparison-differences.ts";
import type { ComparisonRow } from "./comparison-row.ts";
import { differenceSentence } from "./format-difference.ts";

/** As many rows as can be listened to. */
const TOLD = 5;

/** A comparison in words: each rate with its n, and its difference from the reference. */
export function comparisonSummary(rows: readonly ComparisonRow[], against: string): string {
  const told = rows.slice(0, TOLD).map((row) => sentenceOf(row, against));
  const rest = rows.length - told.length;
  return [...told, ...(rest > 0 ? [`${rest} more in the table.`] : [])].join(" ");
}

function sentenceOf(row: ComparisonRow, against: string): string {
  const { name, positive } = row;
  if (positive.value === null) return `${name}: no ratings.`;
  if (positive.n < TOO_FEW) return `${name}: not enough ratings (n = ${positive.n}).`;
  const rate = `${name}: ${formatPercent(positive.value)} positive, n = ${positive.n}`;
  const known = knownDifference(row);
  if (!known) return `${rate}.`;
  const doubt = row.doubt ? ", uncertain because response rates differ" : "";
  return `${rate}, ${differenceSentence(known)} compared with ${against}${doubt}.`;
}
