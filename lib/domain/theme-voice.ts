/**
 * How a negative text speaks: `said` in somebody's own words (a comment), a `passage` that was highlighted without a word,
 * or an `edit`.
 */
export const THEME_VOICES = ["said", "passage", "edit"] as const;

/** One of {@link THEME_VOICES}. */
export type ThemeVoice = (typeof THEME_VOICES)[number];
