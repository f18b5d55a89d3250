/** The default reasons for a thumbs down, and of the category picker. */
export const defaultCategories: readonly string[] = [
  "inaccurate",
  "incomplete",
  "too_long",
  "off_topic",
  "wrong_tone",
  "other",
];

/** Reasons for a thumbs up, for hosts that ask for them. */
export const defaultPositiveCategories: readonly string[] = ["accurate", "clear", "helpful", "well_written"];
