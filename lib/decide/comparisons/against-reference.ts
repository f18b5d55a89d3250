import type { Rate } from "#lib/domain/rate.ts";
import { type RateDifference, rateDifference } from "#lib/domain/rate-difference.ts";
import { type ResponseDoubt, responseDoubt } from "../statistics/index.ts";

/** What a row needs to be compared: its positive rate and its response rate. */
export interface Comparable {
  positive: Rate;
  responseRate: Rate;
}

/** A row with its comparison to the reference. */
export type Compared<Row> = Row & {
  isReference: boolean;
  /** Its positive rate minus that of the reference; null for the reference itself. */
  difference: RateDifference | null;
  /** The response rates if they differ so much that the comparison is doubtful; otherwise null. */
  doubtful: boolean;
  doubt: ResponseDoubt | null;
};

/**
 * Rows in the given order, each compared with the one that `isReference` selects, or with the one with the most thumbs.
 */
export function againstReference<Row extends Comparable>(
  rows: readonly Row[],
  isReference: (row: Row) => boolean = () => false,
): Compared<Row>[] {
  const reference = rows.find(isReference) ?? withMostThumbs(rows);
  return rows.map((row) => {
    if (row === reference || reference === undefined) {
      return { ...row, isReference: true, difference: null, doubtful: false, doubt: null };
    }
    const difference = rateDifference(row.positive, reference.positive);
    const doubt = responseDoubt(row.responseRate, reference.responseRate);
    return { ...row, isReference: false, difference, doubtful: doubt !== null, doubt };
  });
}

function withMostThumbs<Row extends Comparable>(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (most, row) => (most === undefined || row.positive.n > most.positive.n ? row : most),
    undefined,
  );
}
