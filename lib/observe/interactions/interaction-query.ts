import type { z } from "zod";
import type { AnswerDimensions } from "#lib/domain/dimensions.ts";
import type { FeedbackSource, RatingType } from "#lib/domain/rating.ts";
import type { ScoreType } from "#lib/domain/score.ts";
import type { SignalKind } from "#lib/domain/signal.ts";
import type { Matches, ScoreFact, SLOW_FROM } from "../search/index.ts";
import type { ClippedField, interactionQuerySchema } from "./schema.ts";

/** How interactions are chosen by what was said of them. */
export type RatingFilter = NonNullable<z.output<typeof interactionQuerySchema>["rating"]>;

/** Which interactions to list; newest first. */
export interface InteractionFilter extends AnswerDimensions {
  rating?: RatingFilter | undefined;
  /** A category that the rating names. */
  category?: string | undefined;
  /** A second category that the same rating names. */
  withCategory?: string | undefined;
  /** Answers of which this is known. */
  has?: "latency" | "cost" | "tokens" | undefined;
  signal?: SignalKind | undefined;
  /** Answers with such a score by a user. */
  score?: ScoreFact | undefined;
  /** The id of a burst that ratings belong to, whether or not that is left out. */
  burst?: string | undefined;
  /** Answers that took at least so many milliseconds. */
  slowerThan?: (typeof SLOW_FROM)[number] | undefined;
  sessionId?: string | undefined;
  /** The hash of a user's id. */
  userHash?: string | undefined;
  /** What to look for in the texts and in what was said of them. */
  text?: string | undefined;
  /** From this moment on. */
  from?: Date | undefined;
  /** Before this moment. */
  to?: Date | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
  /** Whether to count beyond the page how many interactions and ratings there are, up to {@link COUNTED_MAX}. */
  counted?: boolean | undefined;
}

/** Up to how many interactions a list counts exactly. */
export const COUNTED_MAX = 20_000;

/** How much of a list is known from the page's beginning on. */
export interface ListTotal {
  interactions: number;
  /** How many ratings of the asked kind lie on them; null where the filter asks for no rating. */
  ratings: number | null;
  /** Whether that is all; else there are at least so many. */
  complete: boolean;
}

/** A page of a list, newest first. */
export interface InteractionPage {
  data: InteractionListItem[];
  nextCursor: string | null;
  /** Null where nobody counted. */
  count: ListTotal | null;
  /** What there is to say of how interactions were looked for; null where that was by feature and window alone. */
  search: SearchNotes | null;
}

/** What a reader of search results should know. */
export interface SearchNotes {
  /** There is no word in the text: everything is listed. */
  wordless: boolean;
  /** Longer words that begin like the last one are too many to be looked for. */
  wholeWordsOnly: boolean;
  /** The newest answers are not searchable yet. */
  behind: boolean;
}

/** One line of the list. */
export interface InteractionListItem {
  interactionId: string;
  createdAt: Date;
  featureName: string;
  modelName: string;
  promptTemplate: string | null;
  promptVersion: string | null;
  /** The beginning of what the user asked, up to 280 characters. */
  inputExcerpt: string | null;
  /** The beginning of the response, up to 280 characters. */
  responseExcerpt: string;
  thumbsUp: number;
  thumbsDown: number;
  /** The mean of its stars, or null. */
  stars: number | null;
  corrections: number;
  comments: number;
  categories: string[];
  responseLatencyMs: number | null;
  /** Ratings that belong to bursts, and those of them that are left out, as of all of the above. */
  inBursts: number;
  leftOut: number;
  /** Where the words that were looked for stand; null where nothing was looked for. */
  matches: Matches | null;
}

/** One rating as the detail shows it. */
export interface FeedbackItem {
  feedbackId: string;
  ratingType: RatingType;
  ratingValue: number | null;
  source: FeedbackSource;
  /** Of a score; "" and null for every other type. */
  scoreName: string;
  scoreType: ScoreType | null;
  /** 0 or 1 for booleans. */
  scoreValue: number | null;
  scoreLabel: string | null;
  /** The session that a score is about; "" where it is about the interaction. */
  scoredSession: string;
  ratingCategories: string[];
  correctionText: string | null;
  feedbackComment: string | null;
  userHash: string | null;
  sessionId: string | null;
  metadata: unknown;
  /** The burst that it belongs to, unless that was dismissed, and whether it is left out of every figure. */
  burstId: string | null;
  leftOut: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** One annotation as the detail shows it. */
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

/** One signal as the detail shows it. */
export interface SignalItem {
  signalId: string;
  signal: SignalKind;
  value: number | null;
  userHash: string | null;
  sessionId: string | null;
  occurredAt: Date;
}

/** One interaction with what hangs on it, of each kind as much as one answer has room for (`ANSWER_BYTES`). */
export interface InteractionDetail {
  interactionId: string;
  createdAt: Date;
  receivedAt: Date;
  featureName: string;
  modelName: string;
  input: string | null;
  promptText: string | null;
  promptTemplate: string | null;
  promptVersion: string | null;
  retrievedContext: unknown;
  /** How many passages come after those. */
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
  /** The answer was not complete when it was last logged. */
  inProgress: boolean;
  /** What of it was cut. */
  clipped: ClippedField[];
  userHash: string | null;
  sessionId: string | null;
  tenant: string | null;
  language: string | null;
  segment: string | null;
  experiment: string | null;
  variant: string | null;
  metadata: unknown;
  /** When a device was refused last because too many had rated the answer; null while none was. */
  votersRefusedAt: Date | null;
  /** Its own, the first 1,000, and the scores of its session. */
  feedback: FeedbackItem[];
  /** Leads to the rest of its own; null where there is none. */
  feedbackCursor: string | null;
  /** The first 1,000. */
  annotations: AnnotationItem[];
  /** The first 1,000. */
  signals: SignalItem[];
}
