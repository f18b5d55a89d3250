/** What somebody complains about in the corpus. */
export const COMPLAINTS = ["dates", "length", "tone", "steps", "tables", "links"] as const;

/** One of {@link COMPLAINTS}. */
export type Complaint = (typeof COMPLAINTS)[number];

/** The texts of one language: `{a|b}` is one of the two. */
export interface CorpusTexts extends Record<Complaint, readonly string[]> {
  /** Said together with any complaint. */
  asides: readonly string[];
  /** What hardly anybody else says: nonsense of all kinds. */
  odd: readonly string[];
  /** What happy people write. */
  praise: readonly string[];
  /** From answers. */
  answers: readonly string[];
}
