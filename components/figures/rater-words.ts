import { type RaterRate, USERS_TOLD } from "#lib/domain/rater-groups.ts";
import { formatCount, formatCountOf, TOO_FEW } from "../format/numbers.ts";

/** Why an interval is wider than for as many independent ratings. */
interface RaterWords {
  /** In a sentence. */
  long: string;
  /** Where the ratings are counted beside it. */
  short: string;
}

/**
 * In words why the interval of a rate is wider: few people made many of its ratings.
 * @param of what is counted, in the plural: "thumbs".
 */
export function raterWords({ value, n, users, widened }: RaterRate, of: string): RaterWords | null {
  if (value === null || n < TOO_FEW || !widened || users === undefined) return null;
  const people =
    users >= USERS_TOLD
      ? `more than ${formatCount(USERS_TOLD)} users`
      : `about ${formatCountOf(users, "user")}`;
  return {
    long: `${people[0]?.toUpperCase()}${people.slice(1)} made these ${formatCount(n)} ${of}; the interval allows for that.`,
    short: `from ${people}; the interval allows for that`,
  };
}
