import type { ThemeVoice } from "#lib/domain/theme-voice.ts";

/** What somebody said, marked or changed about an answer that did not please. */
export interface GivenText {
  textId: string;
  voice: ThemeVoice;
  /** The answer's language where the project says it; otherwise "". */
  language: string;
  rater: string;
  text: string;
  /** For an edit, the text after it; `text` is the one before. */
  after?: string;
}

/** A text that no complaint is in: by somebody who is content, or from an answer. */
export interface OtherText {
  language: string;
  text: string;
}

/** A word or pair of words with its weight in a theme, as most people wrote it. */
export interface ThemeTerm {
  term: string;
  shown: string;
  /** By how many standard errors its share in the theme is above that in all else (log-odds). */
  weight: number;
}
