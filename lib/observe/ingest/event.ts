import type { WriteBudget } from "#lib/platform/rate-limit/write-allowance.ts";
import type { AnnotationBody, AnnotationRow } from "../annotations/index.ts";
import type { FeedbackBody, FeedbackRow, Receipt, StoredFeedback } from "../feedback/index.ts";
import type {
  ClippedField,
  InsertResult,
  InteractionBody,
  InteractionRow,
  LoggedInteraction,
  StoredInteraction,
} from "../interactions/index.ts";
import type { PreferenceBody, PreferenceRow, StoredPreference } from "../preferences/index.ts";
import type { RaterFault } from "../raters/index.ts";
import type { SignalBody, SignalRow } from "../signals/index.ts";

/** The kinds of event that are collected. */
export type EventType = "interaction" | "feedback" | "annotation" | "signal" | "preference";

/**
 * Which budget of writes an event takes from. What users say themselves has one of its own, and takes one of the places
 * that an answer has for raters whom nobody named; all else waits first.
 */
export const eventBudgets: Record<EventType, WriteBudget> = {
  interaction: "signals",
  feedback: "feedback",
  annotation: "feedback",
  signal: "signals",
  preference: "feedback",
};

/** What of an event was too much and was cut; absent where all of it was taken. */
export interface Clipped {
  clipped?: readonly ClippedField[] | undefined;
}

/** An event whose body was checked. */
export type EventBody = Clipped &
  (
    | { type: "interaction"; body: InteractionBody }
    | { type: "feedback"; body: FeedbackBody }
    | { type: "annotation"; body: AnnotationBody }
    | { type: "signal"; body: SignalBody }
    | { type: "preference"; body: PreferenceBody }
  );

/** How many bytes a publishable key sent of an event; absent of a secret key's, which nobody meters. */
interface Metered {
  meteredBytes?: number | undefined;
}

/** An event ready to be written. */
export type PreparedEvent = Clipped &
  Metered &
  (
    | { type: "interaction"; row: InteractionRow }
    | { type: "feedback"; row: FeedbackRow; inline: InteractionRow | null }
    | { type: "annotation"; row: AnnotationRow }
    | { type: "signal"; row: SignalRow }
    | { type: "preference"; row: PreferenceRow }
  );

/** What the stores say became of an event. */
export type StoredEvent =
  | { type: "interaction"; stored: StoredInteraction }
  | { type: "feedback"; stored: StoredFeedback }
  | { type: "annotation" | "signal"; stored: InsertResult }
  | { type: "preference"; stored: StoredPreference }
  | { type: "feedback" | "annotation" | "signal" | "preference"; stored: RefusedRater };

/** That an event was refused for who it is from. */
export interface RefusedRater {
  outcome: "rater_refused";
  fault: RaterFault;
}

/** An annotation, a signal or a preference that is stored, or waits for its interaction. */
export interface EventReceipt {
  eventId: string;
  interactionId: string;
  at: Date;
  waiting: boolean;
}

/** An event that was taken. */
export type TakenEvent = Clipped &
  (
    | { type: "interaction"; logged: LoggedInteraction }
    | { type: "feedback"; receipt: Receipt }
    | { type: "annotation" | "signal" | "preference"; receipt: EventReceipt }
  );
