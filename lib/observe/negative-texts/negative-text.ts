import type { ThemeVoice } from "#lib/domain/theme-voice.ts";

/** What somebody said, marked or changed about an answer that did not please them. */
export interface NegativeText {
  /** "comment:", "edit:" or "highlight:" and the ID of its feedback or annotation. */
  textId: string;
  voice: ThemeVoice;
  /** The answer's language where it was logged with one; otherwise "". */
  language: string;
  rater: string;
  text: string;
  /** For an edit, the answer after it; `text` is the answer before. */
  after?: string;
  interactionId: string;
  feedbackId: string | null;
  annotationId: string | null;
  answeredAt: Date;
}

/** The negative texts of some time. */
export interface NegativeTexts {
  /** Newest first. */
  texts: NegativeText[];
  /** From when on all texts of a kind were read, by when they were given: where there are too many, the oldest are not. */
  since: { feedback: Date; annotations: Date };
}
