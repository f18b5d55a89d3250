import type { z } from "zod";
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
  insertInteractions,
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

/** What an event type is, to all that takes events in: one entry makes a type. */
export interface EventEntry<Body, By, Row, Stored, Receipt> {
  /**
   * Which budget of writes it takes from. What users say themselves has one of its own, and takes one of the places that
   * an answer has for raters whom nobody named; all else waits first.
   */
  budget: WriteBudget;
  /** The part of a quota that is kept for ratings is open to it. */
  isRating?: boolean;
  /** Its statement holds a row against what waits under the same id; else that is asked before. */
  insertChecksPending?: boolean;
  schema: z.ZodType<Body>;
  /** The schema as a part of a mixed batch shows it: without checks across fields. */
  object: z.ZodObject;
  /** Cuts what is too much of a body before it is checked. */
  clip: Clip;
  /**
   * Whether this sender may send it, and whose it is, before anything is made of it.
   * @throws Problem 400 or 403 where not.
   */
  authorize(from: Submitter, body: Body, context: RowContext): By;
  /**
   * What it becomes before it is written.
   * @throws Problem 400 for what does not fit.
   */
  prepare(
    body: Body,
    by: By,
    context: RowContext,
    clipped: readonly ClippedField[] | undefined,
  ): { row: Row; inline?: InteractionRow | null };
  /** Stores rows of any projects, with an outcome for each in the order given. */
  insert(tx: Statements, rows: readonly Row[]): Promise<Stored[]>;
  idOf(row: Row): string;
  /** The answer that it hangs on; null of an interaction's own, "" where that is looked up. */
  answerOf(row: Row): string | null;
  /** What became of it, as its sender is told; a Problem where its id belongs to another. */
  take(project: ProjectContext, row: Row, stored: Stored): Receipt | Problem;
  /** 201 stored, 200 replaced or there before, 202 kept until its interaction arrives. */
  status(receipt: Receipt): 200 | 201 | 202;
  toJson(receipt: Receipt): object;
}

/** An annotation, a signal or a preference that is stored, or waits for its interaction. */
interface EventReceipt {
  eventId: string;
  interactionId: string;
  at: Date;
  waiting: boolean;
}

const entry = <Body, By, Row, Stored, Receipt>(
  given: EventEntry<Body, By, Row, Stored, Receipt>,
): EventEntry<Body, By, Row, Stored, Receipt> => given;

/** What became of an event that is written once. */
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
      `${type}_id “${eventId}” was sent with other content. Use a new id for every ${type}.`,
    );
  }
  const waiting = stored.outcome === "interaction_missing";
  return { eventId, interactionId, at: waiting ? new Date(sentAt) : stored.at, waiting };
}

const onceStatus = ({ waiting }: EventReceipt) => (waiting ? 202 : 201);

/** The types of events that are collected, in the order in which they are stored. */
export const eventTypes = {
  interaction: entry({
    budget: "signals",
    schema: interactionBodySchema,
    object: interactionObjectSchema,
    clip: fields(interactionClips),
    authorize(from) {
      if (from.kind === "server") return null;
      throw new Problem(
        "key_kind_not_allowed",
        "A publishable key may not log interactions; it takes a secret key.",
      );
    },
    prepare: (body, _, context, clipped) => ({ row: interactionRow(body, context, clipped) }),
    insert: insertInteractions,
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
} as const;

/** The types of events that are collected. */
export type EventType = keyof typeof eventTypes;

/** All types, in the order in which they are stored. */
export const eventTypeNames = Object.keys(eventTypes) as EventType[];

/** A row of any type, as far as all that hang on an interaction are alike. */
export interface AnyRow extends RaterRow {
  fingerprint: string;
}

/** What became of a row; of a preference that waits, which of its two interactions is missing. */
export interface AnyOutcome {
  outcome: string;
  missing?: string;
}

/** An event's entry for code that treats all types alike: bodies, rows and receipts are those of the same type. */
export const entryOf = (type: EventType): EventEntry<unknown, unknown, AnyRow, AnyOutcome, object> =>
  eventTypes[type] as never;
