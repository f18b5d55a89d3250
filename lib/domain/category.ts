/**
 * Maximum number of categories a project counts individually: every aggregate has a row for each, and for each pair.
 */
export const CATEGORIES_LISTED_MAX = 50;

/**
 * Maximum number of listed categories in a rating for its pairs to be counted. The number of pairs grows quadratically,
 * and a rating that selects nearly everything says nothing about any two.
 */
export const CATEGORIES_PAIRED_MAX = 6;

/** The categories that praise an answer; every other one is a complaint. */
export const praiseCategories = ["accurate", "clear", "helpful", "well_written"] as const;

/** The categories listed in a new project: those our widgets offer after a thumbs up or down. */
export const defaultCategories: readonly string[] = [
  "inaccurate",
  "incomplete",
  "too_long",
  "off_topic",
  "wrong_tone",
  "other",
  ...praiseCategories,
];
