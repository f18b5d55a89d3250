import { formatCost } from "./numbers.ts";

const small = new Intl.NumberFormat("en", {
  style: "currency",
  currency: "USD",
  maximumSignificantDigits: 2,
});

/** US dollars of one answer, which may be a small part of a cent: two digits that say something. */
export const formatSmallCost = (usd: number): string =>
  usd > 0 && usd < 0.01 ? small.format(usd) : formatCost(usd);
