/** The half-lives, in days, that one click chooses. */
export const presetHalfLives = [3, 7, 14, 30] as const;

/** The longest half-life that may be chosen, in days. */
export const MAX_HALF_LIFE = 90;

/** The half-life of an address that names none: a rating of a week ago counts half. */
const DEFAULT_HALF_LIFE = 7;

/** A half-life as an address or a person writes it: 1 to 90 whole days, else a week. */
export function parseHalfLife(text: string | undefined): number {
  const days = Number(text);
  return Number.isInteger(days) && days >= 1 && days <= MAX_HALF_LIFE ? days : DEFAULT_HALF_LIFE;
}
