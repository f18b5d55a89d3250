/** The reasons offered with a thumbs-down, and by the category picker, unless the host names its own. */
export const defaultCategories: readonly string[] = [
  "inaccurate",
  "incomplete",
  "too_long",
  "off_topic",
  "wrong_tone",
  "other",
];

/** Praise to offer with a thumbs-up, for hosts that ask for it. */
export const defaultPositiveCategories: readonly string[] = ["accurate", "clear", "helpful", "well_written"];
