import type { ArmSums } from "../sums.ts";

interface CountedUser {
  n: number;
  sum: number;
  before: number | null;
}

/**
 * Counts an arm of an experiment as the database does: one row per user, and the sums over these rows, updated with each
 * rating.
 */
export class ArmCounter {
  readonly #users: CountedUser[] = [];
  readonly #sums: ArmSums;

  constructor(variant: string, given: Partial<ArmSums> = {}) {
    const none = { n: 0, sum: 0, sumSquares: 0 };
    this.#sums = {
      ...{ variant, isControl: false, weight: 0.5, exposed: 0, exposedSinceSplit: 0, switched: 0 },
      ...{ answers: 0, responses: 0, responders: 0, ratings: 0, early: none, later: none, secondary: {} },
      primary: { ...none, known: 0, before: 0, beforeSquares: 0, products: 0, sumOfKnown: 0 },
      daily: { ratings: 0, raters: 0 },
      ...given,
    };
  }

  /** The current sums; the object changes with the next rating. */
  get sums(): ArmSums {
    return this.#sums;
  }

  get users(): number {
    return this.#users.length;
  }

  /** Adds a user who sees an answer; `before` is the mean of their earlier values. */
  come(before: number | null = null): number {
    this.#users.push({ n: 0, sum: 0, before });
    this.#sums.exposed++;
    this.#sums.exposedSinceSplit++;
    this.#sums.answers++;
    return this.#users.length - 1;
  }

  /** Adds a rating of a user. */
  rate(user: number, value: number): void {
    const row = this.#users[user];
    if (!row) throw new Error(`There is no user ${user}.`);
    if (row.n > 0) this.#add(row, -1);
    else {
      this.#sums.responses++;
      this.#sums.responders++;
    }
    row.n++;
    row.sum += value;
    this.#sums.ratings++;
    this.#add(row, 1);
  }

  /** Adds a user for each value. */
  rateAll(values: readonly number[]): this {
    for (const value of values) this.rate(this.come(), value);
    return this;
  }

  #add({ n, sum, before }: CountedUser, sign: 1 | -1): void {
    const { primary } = this.#sums;
    const y = sum / n;
    primary.n += sign;
    primary.sum += sign * y;
    primary.sumSquares += sign * y * y;
    if (before === null) return;
    primary.known += sign;
    primary.before += sign * before;
    primary.beforeSquares += sign * before * before;
    primary.products += sign * before * y;
    primary.sumOfKnown += sign * y;
  }
}

/** A list of ones and zeros. */
export const votes = (up: number, down: number): number[] => [...Array(up).fill(1), ...Array(down).fill(0)];
