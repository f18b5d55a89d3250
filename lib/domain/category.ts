/** Most categories that a project counts apart: each is a row of every aggregate, and so is each pair of them. */
export const CATEGORIES_LISTED_MAX = 50;

/**
 * Most listed categories of a rating whose pairs are counted. Pairs grow with the square of what one rating names, and who ticks
 * nearly everything says nothing of any two.
 */
export const CATEGORIES_PAIRED_MAX = 6;

/** The categories that a new project lists: what our widgets offer after a thumb, down or up. */
export const defaultCategories: readonly string[] = [
  "inaccurate",
  "incomplete",
  "too_long",
  "off_topic",
  "wrong_tone",
  "other",
  "accurate",
  "clear",
  "helpful",
  "well_written",
];
