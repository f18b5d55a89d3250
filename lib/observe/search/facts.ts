/**
 * What an interaction can be found by beside its words. A fact is a word that no text has, for the parser of texts
 * makes none that begins with "=".
 */
export interface Facts {
  feature?: string | undefined;
  model?: string | undefined;
  template?: string | undefined;
  version?: string | undefined;
  variant?: string | undefined;
  tenant?: string | undefined;
  language?: string | undefined;
  segment?: string | undefined;
  session?: string | undefined;
  /** The hash of a user's id. */
  user?: string | undefined;
  /** "up", "down", "thumbs" for either, "stars", "correction", "comment", "rated", "unrated", or "annotated" for a marked passage. */
  rating?: string | undefined;
  category?: string | undefined;
  /** A second category. */
  other_category?: string | undefined;
  signal?: string | undefined;
  /** A user's score, as {@link scoreFact} writes it. */
  score?: string | undefined;
  /** The id of a burst that ratings belong to. */
  burst?: string | undefined;
  /** One of `SLOW_FROM`: the answer took at least so many milliseconds. */
  slow?: string | undefined;
}

/** From how many milliseconds on answers can be found as slow. */
export const SLOW_FROM = [1_000, 3_000, 10_000, 30_000] as const;

/** Which scores: of a name, about the answer or its session, and perhaps with one label ("true" or "false" of a boolean). */
export interface ScoreFact {
  name: string;
  target: "interaction" | "session";
  label?: string | undefined;
}

/** A score as a fact, in the words that document-store.ts writes with jsonb_build_array. */
export const scoreFact = ({ name, target, label }: ScoreFact): string =>
  `[${[name, target, ...(label === undefined ? [] : [label])].map((part) => JSON.stringify(part)).join(", ")}]`;

/** One fact as a word: "=model:gpt-4o". The same words are written by document-store.ts. */
export const factWord = (name: keyof Facts, value: string): string => `=${name}:${value}`;

/** What a full-text query must have for these facts, as PostgreSQL writes queries; "" for none. */
export const factsQuery = (facts: Facts): string =>
  Object.entries(facts)
    .flatMap(([name, value]) => (value === undefined ? [] : [factQuery(name as keyof Facts, value)]))
    .join(" & ");

function factQuery(name: keyof Facts, value: string): string {
  if (name === "rating" && value === "thumbs")
    return `(${factQuery("rating", "up")} | ${factQuery("rating", "down")})`;
  return quoted(factWord(name === "other_category" ? "category" : name, value));
}

/** A word between the quotes of a full-text query. */
export const quoted = (word: string): string => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
