/** A number of a score's own range as people read it: 0.046, 0.73, 3.40, 12,534. */
export function formatScoreNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return value.toLocaleString("en", { maximumFractionDigits: 0 });
  if (size >= 0.1 || value === 0)
    return value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const fine = { maximumSignificantDigits: 2, maximumFractionDigits: 4 } as const;
  return value.toLocaleString("en", { ...fine, roundingPriority: "lessPrecision" });
}
