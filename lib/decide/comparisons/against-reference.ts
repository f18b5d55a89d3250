import type { Rate } from "#lib/domain/rate.ts";
import { type RateDifference, rateDifference } from "#lib/domain/rate-difference.ts";
import { type ResponseDoubt, responseDoubt } from "../statistics/index.ts";

/** What a row must say to be compared: its thumbs-up of all its thumbs, and its rated answers of all its answers. */
export interface Comparable {
  positive: Rate;
  responseRate: Rate;
}

/** A row beside the one that it is compared with. */
export type Compared<Row> = Row & {
  isReference: boolean;
  /** How much its positive rate is above that of the reference; null for the reference itself. */
  difference: RateDifference | null;
  /** Whether the response rates differ so much that the comparison is doubtful, and if so what they are. */
  doubtful: boolean;
  doubt: ResponseDoubt | null;
};

/** Rows in the order given, each compared with the one that `isReference` finds or else the one with most thumbs. */
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
