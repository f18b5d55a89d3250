import type { Dimension, dimensions } from "#lib/domain/dimensions.ts";

/** The values of an answer's dimensions. */
type DimensionFacts = { [Name in Dimension as (typeof dimensions)[Name]["word"]]?: string | undefined };

/**
 * What an interaction can be found by besides its words. A fact is indexed as a word starting with "=", which
 * the parser never produces from a text.
 */
export interface Facts extends DimensionFacts {
  session?: string | undefined;
  /** The hash of a user's ID. */
  user?: string | undefined;
  /**
   * "up", "down", "thumbs" for either, "stars", "correction", "comment", "rated", "unrated", or "annotated"
   * for a highlight.
   */
  rating?: string | undefined;
  category?: string | undefined;
  /** A second category. */
  other_category?: string | undefined;
  signal?: string | undefined;
  /** A user's score, as written by {@link scoreFact}. */
  score?: string | undefined;
  /** The ID of a burst that ratings belong to. */
  burst?: string | undefined;
  /** One of `SLOW_FROM`: the answer took at least this many milliseconds. */
  slow?: string | undefined;
}

/** The latencies, in milliseconds, from which answers can be found as slow. */
export const SLOW_FROM = [1_000, 3_000, 10_000, 30_000] as const;

/**
 * Which scores: by name, about the answer or its session, optionally with a label ("true" or "false" for
 * booleans).
 */
export interface ScoreFact {
  name: string;
  target: "interaction" | "session";
  label?: string | undefined;
}

/** A score as a fact, in the same form as document-store.ts builds it with jsonb_build_array. */
export const scoreFact = ({ name, target, label }: ScoreFact): string =>
  `[${[name, target, ...(label === undefined ? [] : [label])].map((part) => JSON.stringify(part)).join(", ")}]`;

/** A fact as a word: "=model:gpt-4o". Must match the words written by document-store.ts. */
export const factWord = (name: keyof Facts, value: string): string => `=${name}:${value}`;

/** The part of a full-text query for these facts, in PostgreSQL's syntax; "" if there are none. */
export const factsQuery = (facts: Facts): string =>
  Object.entries(facts)
    .flatMap(([name, value]) => (value === undefined ? [] : [factQuery(name as keyof Facts, value)]))
    .join(" & ");

function factQuery(name: keyof Facts, value: string): string {
  if (name === "rating" && value === "thumbs")
    return `(${factQuery("rating", "up")} | ${factQuery("rating", "down")})`;
  return quoted(factWord(name === "other_category" ? "category" : name, value));
}

/** Quotes a word for a full-text query. */
export const quoted = (word: string): string => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
