import type { z } from "zod";
import type { AnswerDimensions, CohortKind } from "#lib/domain/dimensions.ts";
import type { FeedbackSource, RatingType } from "#lib/domain/rating.ts";
import type { ScoreType } from "#lib/domain/score.ts";
import type { SignalKind } from "#lib/domain/signal.ts";
import type { Matches, ScoreFact, SLOW_FROM } from "../search/index.ts";
import type { ClippedField, interactionQuerySchema } from "./schema.ts";

/** Filters by the feedback on an interaction. */
export type RatingFilter = NonNullable<z.output<typeof interactionQuerySchema>["rating"]>;

/** Which interactions to list, newest first. */
export interface InteractionFilter extends AnswerDimensions {
  rating?: RatingFilter | undefined;
  /** A category of the rating. */
  category?: string | undefined;
  /** A second category of the same rating. */
  withCategory?: string | undefined;
  /** Only answers for which this is known. */
  has?: "latency" | "cost" | "tokens" | undefined;
  signal?: SignalKind | undefined;
  /** Only answers with this score by a user. */
  score?: ScoreFact | undefined;
  /** The ID of a burst that ratings belong to, whether or not it is excluded. */
  burst?: string | undefined;
  /** The ID of a theme that something said about them is in. */
  theme?: string | undefined;
  /** Only answers that took at least this many milliseconds. */
  slowerThan?: (typeof SLOW_FROM)[number] | undefined;
  sessionId?: string | undefined;
  /** The hash of a user's ID. */
  userHash?: string | undefined;
  /** What to search for in the texts and the feedback on them. */
  text?: string | undefined;
  /** Inclusive. */
  from?: Date | undefined;
  /** Exclusive. */
  to?: Date | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
  /** Whether to count all matching interactions and ratings, up to {@link COUNTED_MAX}. */
  counted?: boolean | undefined;
}

/** The number of interactions up to which a list is counted exactly. */
export const COUNTED_MAX = 20_000;

/** The number of results, counted from the beginning of the page. */
export interface ListTotal {
  interactions: number;
  /** The number of ratings on them that match the filter; null if it does not ask for ratings. */
  ratings: number | null;
  /** Whether the counts are exact; otherwise they are lower bounds. */
  complete: boolean;
}

/** A page of a list, newest first. */
export interface InteractionPage {
  data: InteractionListItem[];
  nextCursor: string | null;
  /** Null if not counted. */
  count: ListTotal | null;
  /** Notes on the search; null if the filter only has a feature and a period. */
  search: SearchNotes | null;
}

/** What users should know about their search results. */
export interface SearchNotes {
  /** The text contains no words, so everything is listed. */
  wordless: boolean;
  /** Too many words begin like the last one to search for all of them. */
  wholeWordsOnly: boolean;
  /** The newest answers are not searchable yet. */
  behind: boolean;
}

/** One interaction in the list. */
export interface InteractionListItem {
  interactionId: string;
  createdAt: Date;
  featureName: string;
  modelName: string;
  promptTemplate: string | null;
  promptVersion: string | null;
  /** The beginning of the input, up to 280 characters. */
  inputExcerpt: string | null;
  /** The beginning of the response, up to 280 characters. */
  responseExcerpt: string;
  thumbsUp: number;
  thumbsDown: number;
  /** The mean of its star ratings, or null. */
  stars: number | null;
  corrections: number;
  comments: number;
  categories: string[];
  responseLatencyMs: number | null;
  /**
   * How many of its ratings belong to bursts, and how many of those are excluded, also from the counts above.
   */
  inBursts: number;
  leftOut: number;
  /** Where the search terms occur; null without a search. */
  matches: Matches | null;
}

/** One rating in the details of an interaction. */
export interface FeedbackItem {
  feedbackId: string;
  ratingType: RatingType;
  ratingValue: number | null;
  source: FeedbackSource;
  /** For scores; "" and null for every other type. */
  scoreName: string;
  scoreType: ScoreType | null;
  /** 0 or 1 for booleans. */
  scoreValue: number | null;
  scoreLabel: string | null;
  /** The scored session; "" if the score is about the interaction. */
  scoredSession: string;
  ratingCategories: string[];
  correctionText: string | null;
  feedbackComment: string | null;
  userHash: string | null;
  sessionId: string | null;
  metadata: unknown;
  /** The burst it belongs to, unless dismissed, and whether it is excluded from all metrics. */
  burstId: string | null;
  leftOut: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** One annotation in the details of an interaction. */
export interface AnnotationItem {
  annotationId: string;
  quoteExact: string;
  quotePrefix: string | null;
  quoteSuffix: string | null;
  positionStart: number | null;
  positionEnd: number | null;
  category: string | null;
  comment: string | null;
  userHash: string | null;
  sessionId: string | null;
  createdAt: Date;
}

/** One signal in the details of an interaction. */
export interface SignalItem {
  signalId: string;
  signal: SignalKind;
  value: number | null;
  userHash: string | null;
  sessionId: string | null;
  occurredAt: Date;
}

/** One interaction with its events, of each type as many as a response can contain (`ANSWER_BYTES`). */
export interface InteractionDetail extends Record<CohortKind, string | null> {
  interactionId: string;
  createdAt: Date;
  receivedAt: Date;
  featureName: string;
  modelName: string;
  input: string | null;
  promptText: string | null;
  promptTemplate: string | null;
  promptVersion: string | null;
  promptVariables: unknown;
  retrievedContext: unknown;
  /** How many passages are left. */
  passagesLeftOut: number;
  responseText: string;
  citations: unknown;
  toolCalls: unknown;
  modelParams: unknown;
  responseLatencyMs: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  tokenCount: number | null;
  costUsd: number | null;
  finishReason: string | null;
  /** Whether the answer was incomplete when last logged. */
  inProgress: boolean;
  /** What was truncated. */
  clipped: ClippedField[];
  userHash: string | null;
  sessionId: string | null;
  experiment: string | null;
  variant: string | null;
  metadata: unknown;
  /** When a device was last rejected because too many had rated the answer; null if never. */
  votersRefusedAt: Date | null;
  /** Its own, the first 1,000, and the scores of its session. */
  feedback: FeedbackItem[];
  /** The cursor to more of its own ratings; null if there are none. */
  feedbackCursor: string | null;
  /** The first 1,000. */
  annotations: AnnotationItem[];
  /** The first 1,000. */
  signals: SignalItem[];
}
