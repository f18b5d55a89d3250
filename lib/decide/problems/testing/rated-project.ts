import { randomFrom } from "#tests/fixtures/random-from.ts";
import type { UserDays } from "../users-dispersion.ts";
import type { BadOfHour } from "../usual-share.ts";

/** How the users of an invented project rate. */
export interface RatedProject {
  seed: number;
  days: number;
  /** Ratings on an average day. */
  ratings: number;
  /** The share of thumbs down of an average hour. */
  bad: number;
  /** From this hour on, so many more. */
  fall?: { hour: number; by: number };
}

/** A rating. */
export interface InventedRating {
  user: number;
  bad: boolean;
  /** By feature, model, language and segment: which of their values, by number. */
  values: readonly number[];
}

/** How the answers spread over four features, three models, four languages and three segments. */
const VALUES = [
  [0.4, 0.3, 0.2, 0.1],
  [0.6, 0.3, 0.1],
  [0.5, 0.25, 0.15, 0.1],
  [0.7, 0.2, 0.1],
] as const;

const USERS = 3_000;

/** How likely whoever rated rates again at once, and the worth of it: ratings per visit, and their squares. */
const AGAIN = 0.5;
const PER_VISIT = 1 / (1 - AGAIN);

/** A quarter of the users complains 2.2 times as often as the average one, the others 0.6 times: ICC .12 at a share of .2. */
const [GRUMBLERS, GRUMBLE, CONTENT] = [0.25, 2.2, 0.6];

/** Hours of the week: by day three to four times as busy as by night, half as busy on weekends. */
const busy = (weekHour: number): number =>
  (1 + 0.6 * Math.sin(((weekHour % 24) / 24) * 2 * Math.PI - 2)) * (weekHour < 120 ? 1.2 : 0.5);

/** Users are less content by night and on weekends. */
const mood = (weekHour: number): number =>
  1 - 0.15 * Math.sin(((weekHour % 24) / 24) * 2 * Math.PI - 2) + (weekHour < 120 ? -0.05 : 0.2);

/** Hour for hour, the ratings of a project that began on a Monday. */
export function* live({ seed, days, ratings, bad, fall }: RatedProject): Generator<InventedRating[]> {
  const random = randomFrom(seed);
  for (let hour = 0; hour < days * 24; hour++) {
    const weekHour = hour % 168;
    const share = bad * mood(weekHour) + (fall && hour >= fall.hour ? fall.by : 0);
    const rated: InventedRating[] = [];
    for (let left = poisson(((ratings / 24) * busy(weekHour)) / PER_VISIT, random); left > 0; left--) {
      const user = Math.floor(random() * USERS);
      const own = share * (user < GRUMBLERS * USERS ? GRUMBLE : CONTENT);
      const values = VALUES.map((shares) => drawn(shares, random()));
      do rated.push({ user, bad: random() < own, values });
      while (random() < AGAIN);
    }
    yield rated;
  }
}

/** The sums of an hour of ratings. */
export function hourOf(hour: number, ratings: readonly InventedRating[]): BadOfHour {
  const bad = ratings.reduce((count, rating) => count + (rating.bad ? 1 : 0), 0);
  return { day: Math.floor(hour / 24), weekHour: hour % 168, n: ratings.length, bad };
}

/** What each user said in a day, by how often that was said. */
export function userDays(hours: readonly (readonly InventedRating[])[]): UserDays[] {
  const said = new Map<string, UserDays>();
  for (const [hour, ratings] of hours.entries()) {
    for (const { user, bad } of ratings) {
      const key = `${Math.floor(hour / 24)} ${user}`;
      const each = said.get(key) ?? { n: 0, bad: 0, count: 1 };
      said.set(key, { ...each, n: each.n + 1, bad: each.bad + (bad ? 1 : 0) });
    }
  }
  return [...said.values()];
}

function drawn(shares: readonly number[], at: number): number {
  let left = at;
  for (const [index, share] of shares.entries()) {
    left -= share;
    if (left < 0) return index;
  }
  return shares.length - 1;
}

/** By counting exponential waits. */
function poisson(mean: number, random: () => number): number {
  let count = 0;
  const wait = () => -Math.log(1 - random());
  for (let left = mean - wait(); left > 0; left -= wait()) count++;
  return count;
}
