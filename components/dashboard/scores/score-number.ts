/** A number of a score's own range as people read it: 0.0457, 3.42, 12,534. */
export const formatScoreNumber = (value: number): string =>
  value.toLocaleString(
    "en",
    Math.abs(value) < 1
      ? { maximumSignificantDigits: 3 }
      : { maximumFractionDigits: Math.abs(value) < 1000 ? 2 : 0 },
  );
