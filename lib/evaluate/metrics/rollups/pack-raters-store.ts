import { COUNT_DIGITS } from "#lib/domain/rater-groups.ts";
import { TOKEN_RATER } from "#lib/domain/rating.ts";
import { Prisma } from "#lib/platform/db/client.ts";

/**
 * SQL: a thumb as a number, of a row of feedback beside its row of `answers`. Its rater falls into one of 256 groups, each
 * with a count of thumbs down and one of thumbs up, and the number is a one in the digits of that count: a sum of such
 * numbers is all counts at once, and takes a thousandth of the time of as many rows. Whoever rated with an answer's token
 * alone rated nothing else.
 */
export const packedThumb: Prisma.Sql = Prisma.raw(`('1e' || ${COUNT_DIGITS} * (rating_value + 2 * get_byte(
  sha256(convert_to(CASE WHEN rater = '${TOKEN_RATER}' THEN 'answer:' || answers.interaction_id ELSE rater END, 'UTF8')),
  0)))::numeric`);

/** Maximum numbers in the list of a slice. A few, each of one digit, are smaller than their sum. */
const LISTED_MAX = 32;

/** SQL: the numbers of a group of rows as a slice has them, NULL if there are none. What they mean is their sum. */
export const listPacked = (column: string): Prisma.Sql =>
  Prisma.raw(`CASE WHEN count(${column}) > ${LISTED_MAX} THEN ARRAY[sum(${column})]
    ELSE array_agg(${column}) FILTER (WHERE ${column} IS NOT NULL) END`);

/** SQL: what the list of a slice means. */
export const sumOfPacked: Prisma.Sql = Prisma.sql`(SELECT sum(packed) FROM unnest(raters) AS packed)`;
