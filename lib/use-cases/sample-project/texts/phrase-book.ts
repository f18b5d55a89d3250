/** A reason to write to support, and what the shop's rules say to it. */
export interface Issue {
  /** The help article that settles it. */
  article: string;
  questions: readonly string[];
  fact: string;
  /** The same with something wrong in it. */
  wrong: string;
  steps: readonly string[];
}

/** Everything that support mails are put together from, in one language. */
export interface PhraseBook {
  names: readonly string[];
  products: readonly string[];
  hello: readonly string[];
  moods: readonly string[];
  openings: readonly string[];
  closings: readonly string[];
  /** Stands before the steps. */
  lead: string;
  /** What a long-winded answer adds. */
  padding: readonly string[];
  /** How an answer in the wrong tone begins. */
  flippant: readonly string[];
  /** What an answer says that is about something else. */
  elsewhere: readonly string[];
  issues: readonly Issue[];
}
