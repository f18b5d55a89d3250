import type { z } from "zod";
import type { AnswerEventType } from "#lib/domain/answer-events.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import type { WriteBudget } from "#lib/platform/rate-limit/write-allowance.ts";
import {
  annotationBodySchema,
  annotationObjectSchema,
  annotationRow,
  insertAnnotations,
} from "../annotations/index.ts";
import {
  exposureBodySchema,
  exposureObjectSchema,
  exposureRow,
  insertExposures,
} from "../exposures/index.ts";
import {
  authorizeFeedback,
  CATEGORIES_MAX,
  feedbackBodySchema,
  feedbackObjectSchema,
  prepareFeedback,
  receiptJson,
  toReceipt,
  upsertFeedback,
} from "../feedback/index.ts";
import {
  type ClippedField,
  type InsertResult,
  type InteractionRow,
  interactionBodySchema,
  interactionObjectSchema,
  interactionRow,
  loggedInteraction,
  loggedInteractionJson,
  type RowContext,
} from "../interactions/index.ts";
import {
  authorizePreference,
  insertPreferences,
  preferenceBodySchema,
  preferenceObjectSchema,
  preferenceRow,
} from "../preferences/index.ts";
import { authorizeRater, type RaterRow, type Submitter } from "../raters/index.ts";
import { insertSignals, signalBodySchema, signalObjectSchema, signalRow } from "../signals/index.ts";
import { type Clip, fields, id, interactionClips, list, senderClips, text } from "./clip/clip-event.ts";
import { insertAnswers } from "./insert-answers-store.ts";

/** Everything ingestion needs to know about an event type; lib/domain/answer-events.ts has where it is stored. */
export interface EventEntry<Body, By, Row, Stored, Receipt> {
  /**
   * The write budget it is charged to. Explicit feedback has its own budget and counts toward an answer's limit of
   * anonymous raters.
   */
  budget: WriteBudget;
  /** Whether it may use the part of a quota reserved for ratings. */
  isRating?: boolean;
  /** Whether its statement checks for a pending event with the same id; otherwise that is checked before. */
  insertChecksPending?: boolean;
  schema: z.ZodType<Body>;
  /** The schema as part of a mixed batch: without checks across fields. */
  object: z.ZodObject;
  /** Truncates what exceeds limits before validation. */
  clip: Clip;
  /**
   * Authorizes the sender and determines the rater, before the event is prepared.
   * @throws Problem 400 or 403 if not allowed.
   */
  authorize(from: Submitter, body: Body, context: RowContext): By;
  /**
   * Prepares it to be written.
   * @throws Problem 400 for an invalid event.
   */
  prepare(
    body: Body,
    by: By,
    context: RowContext,
    clipped: readonly ClippedField[] | undefined,
  ): { row: Row; inline?: InteractionRow | null };
  /** Stores rows of any projects, with a result for each in the given order. */
  insert(tx: Statements, rows: readonly Row[]): Promise<Stored[]>;
  idOf(row: Row): string;
  /** The interaction it belongs to; null for an interaction itself, "" if it is looked up. */
  answerOf(row: Row): string | null;
  /** The result for its sender; a Problem if its id is already used. */
  take(project: ProjectContext, row: Row, stored: Stored): Receipt | Problem;
  /** 201 stored, 200 replaced or already present, 202 pending until its interaction arrives. */
  status(receipt: Receipt): 200 | 201 | 202;
  toJson(receipt: Receipt): object;
}

/** A stored or pending annotation, signal or preference. */
interface EventReceipt {
  eventId: string;
  interactionId: string;
  at: Date;
  waiting: boolean;
}

const entry = <Body, By, Row, Stored, Receipt>(
  given: EventEntry<Body, By, Row, Stored, Receipt>,
): EventEntry<Body, By, Row, Stored, Receipt> => given;

/** The result of an event that is written once. */
function takeOnce(
  type: string,
  eventId: string,
  interactionId: string,
  sentAt: string,
  stored: InsertResult,
): EventReceipt | Problem {
  if (stored.outcome === "id_reused") {
    return new Problem(
      "id_reused",
      `${type}_id “${eventId}” was already used with different content. Use a new ID for each ${type}.`,
    );
  }
  const waiting = stored.outcome === "interaction_missing";
  return { eventId, interactionId, at: waiting ? new Date(sentAt) : stored.at, waiting };
}

/**
 * Only servers log answers and exposures.
 * @throws Problem 403 for everybody else.
 */
function requireServer({ kind }: Submitter, what: string): null {
  if (kind === "server") return null;
  throw new Problem("key_kind_not_allowed", `${what} requires a secret key.`);
}

const onceStatus = ({ waiting }: EventReceipt) => (waiting ? 202 : 201);

/** The event types, in the order in which they are stored. */
export const eventTypes = {
  interaction: entry({
    budget: "signals",
    schema: interactionBodySchema,
    object: interactionObjectSchema,
    clip: fields(interactionClips),
    authorize: (from) => requireServer(from, "Logging interactions"),
    prepare: (body, _, context, clipped) => ({ row: interactionRow(body, context, clipped) }),
    insert: insertAnswers,
    idOf: ({ interaction_id }) => interaction_id,
    answerOf: () => null,
    take: loggedInteraction,
    status: () => 201,
    toJson: loggedInteractionJson,
  }),
  feedback: entry({
    budget: "feedback",
    isRating: true,
    insertChecksPending: true,
    schema: feedbackBodySchema,
    object: feedbackObjectSchema,
    clip: fields({
      ...interactionClips,
      ...senderClips,
      feedback_id: id,
      score_name: id,
      score_label: id,
      feedback_comment: text,
      correction_text: text,
      rating_categories: list(id, CATEGORIES_MAX),
    }),
    authorize: authorizeFeedback,
    prepare: prepareFeedback,
    insert: upsertFeedback,
    idOf: ({ feedback_id }) => feedback_id,
    answerOf: ({ interaction_id }) => interaction_id ?? "",
    take: (_, row, stored) => toReceipt(row, stored),
    status: ({ outcome, created }) => (outcome === "waiting" ? 202 : created ? 201 : 200),
    toJson: receiptJson,
  }),
  annotation: entry({
    budget: "feedback",
    schema: annotationBodySchema,
    object: annotationObjectSchema,
    clip: fields({
      interaction_id: id,
      annotation_id: id,
      ...senderClips,
      category: id,
      comment: text,
      quote: fields({ exact: text, prefix: text, suffix: text }),
    }),
    authorize: authorizeRater,
    prepare: (body, by, context) => ({ row: annotationRow(body, by, context) }),
    insert: insertAnnotations,
    idOf: ({ annotation_id }) => annotation_id,
    answerOf: ({ interaction_id }) => interaction_id,
    take: (_, { annotation_id, interaction_id, created_at }, stored) =>
      takeOnce("annotation", annotation_id, interaction_id, created_at, stored),
    status: onceStatus,
    toJson: ({ eventId, interactionId, at }) => ({
      annotation_id: eventId,
      interaction_id: interactionId,
      created_at: at.toISOString(),
    }),
  }),
  signal: entry({
    budget: "signals",
    schema: signalBodySchema,
    object: signalObjectSchema,
    clip: fields({ interaction_id: id, signal_id: id, ...senderClips }),
    authorize: authorizeRater,
    prepare: (body, by, context) => ({ row: signalRow(body, by, context) }),
    insert: insertSignals,
    idOf: ({ signal_id }) => signal_id,
    answerOf: ({ interaction_id }) => interaction_id,
    take: (_, { signal_id, interaction_id, occurred_at }, stored) =>
      takeOnce("signal", signal_id, interaction_id, occurred_at, stored),
    status: onceStatus,
    toJson: ({ eventId, interactionId, at }) => ({
      signal_id: eventId,
      interaction_id: interactionId,
      occurred_at: at.toISOString(),
    }),
  }),
  preference: entry({
    budget: "feedback",
    schema: preferenceBodySchema,
    object: preferenceObjectSchema,
    clip: fields({
      preferred_id: id,
      rejected_id: id,
      preference_id: id,
      ...senderClips,
      comment: text,
    }),
    authorize: authorizePreference,
    prepare: (body, by, context) => ({ row: preferenceRow(body, by, context) }),
    insert: insertPreferences,
    idOf: ({ preference_id }) => preference_id,
    answerOf: ({ preferred_id }) => preferred_id,
    take: (_, { preference_id, preferred_id, created_at }, stored) =>
      takeOnce("preference", preference_id, preferred_id, created_at, stored as InsertResult),
    status: onceStatus,
    toJson: ({ eventId, at }) => ({ preference_id: eventId, created_at: at.toISOString() }),
  }),
  exposure: entry({
    budget: "signals",
    schema: exposureBodySchema,
    object: exposureObjectSchema,
    clip: fields({ experiment: id, variant: id, user_id: id, session_id: id, exposure_id: id }),
    authorize: (from) => requireServer(from, "Sending exposures"),
    prepare: (body, _, context) => ({ row: exposureRow(body, context) }),
    insert: insertExposures,
    idOf: ({ exposure_id }) => exposure_id,
    answerOf: () => null,
    take: (_, __, stored) => stored,
    status: () => 201,
    toJson: ({ exposureId, at }) => ({ exposure_id: exposureId, exposed_at: at.toISOString() }),
  }),
} as const satisfies Record<"interaction" | "exposure" | AnswerEventType, unknown>;

/** The event types. */
export type EventType = keyof typeof eventTypes;

/** All types, in the order in which they are stored. */
export const eventTypeNames = Object.keys(eventTypes) as EventType[];

/** The common part of rows that belong to an interaction. */
export interface AnyRow extends RaterRow {
  fingerprint: string;
}

/** The result of a row; for a pending preference, which of its two interactions is missing; for a rejected event, why. */
export interface AnyOutcome {
  outcome: string;
  missing?: string;
  shadowId?: string;
}

/** An event's entry for code that treats all types alike: bodies, rows and receipts are those of the same type. */
export const entryOf = (type: EventType): EventEntry<unknown, unknown, AnyRow, AnyOutcome, object> =>
  eventTypes[type] as never;
