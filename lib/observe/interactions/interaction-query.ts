import type { z } from "zod";
import type { RatingType } from "#lib/domain/rating";
import type { SignalKind } from "#lib/domain/signal";
import type { interactionQuerySchema } from "./schema.ts";

/** How interactions are chosen by what was said of them. */
export type RatingFilter = NonNullable<z.output<typeof interactionQuerySchema>["rating"]>;

/** Which interactions to list; newest first. */
export interface InteractionFilter {
  feature?: string | undefined;
  model?: string | undefined;
  promptVersion?: string | undefined;
  rating?: RatingFilter | undefined;
  category?: string | undefined;
  /** From this moment on. */
  from?: Date | undefined;
  /** Before this moment. */
  to?: Date | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** One line of the list. */
export interface InteractionListItem {
  interactionId: string;
  createdAt: Date;
  featureName: string;
  modelName: string;
  promptTemplate: string | null;
  promptVersion: string | null;
  /** The first 280 characters of what the user asked. */
  inputExcerpt: string | null;
  /** The first 280 characters of the response. */
  responseExcerpt: string;
  thumbsUp: number;
  thumbsDown: number;
  /** The mean of its stars, or null. */
  stars: number | null;
  corrections: number;
  comments: number;
  categories: string[];
  responseLatencyMs: number | null;
}

/** One rating as the detail shows it. */
export interface FeedbackItem {
  feedbackId: string;
  ratingType: RatingType;
  ratingValue: number | null;
  ratingCategories: string[];
  correctionText: string | null;
  feedbackComment: string | null;
  userHash: string | null;
  sessionId: string | null;
  metadata: unknown;
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

/** One interaction with all that hangs on it. */
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
  responseText: string;
  citations: unknown;
  modelParams: unknown;
  responseLatencyMs: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  tokenCount: number | null;
  costUsd: number | null;
  finishReason: string | null;
  userHash: string | null;
  sessionId: string | null;
  tenant: string | null;
  language: string | null;
  segment: string | null;
  experiment: string | null;
  variant: string | null;
  metadata: unknown;
  feedback: FeedbackItem[];
  /** The first 1,000. */
  annotations: AnnotationItem[];
  /** The first 1,000. */
  signals: SignalItem[];
}
