import type { AnnotationBody, AnnotationRow } from "../annotations/index.ts";
import type { FeedbackBody, FeedbackRow, Receipt, StoredFeedback } from "../feedback/index.ts";
import type {
  InteractionBody,
  InteractionRow,
  LoggedInteraction,
  StoredHanging,
  StoredInteraction,
} from "../interactions/index.ts";
import type { SignalBody, SignalRow } from "../signals/index.ts";

/** The kinds of event that are collected. */
export type EventType = "interaction" | "feedback" | "annotation" | "signal";

/** An event whose body was checked. */
export type EventBody =
  | { type: "interaction"; body: InteractionBody }
  | { type: "feedback"; body: FeedbackBody }
  | { type: "annotation"; body: AnnotationBody }
  | { type: "signal"; body: SignalBody };

/** An event ready to be written. */
export type PreparedEvent =
  | { type: "interaction"; row: InteractionRow }
  | { type: "feedback"; row: FeedbackRow; inline: InteractionRow | null }
  | { type: "annotation"; row: AnnotationRow }
  | { type: "signal"; row: SignalRow };

/** What the stores say became of an event. */
export type StoredEvent =
  | { type: "interaction"; stored: StoredInteraction }
  | { type: "feedback"; stored: StoredFeedback }
  | { type: "annotation" | "signal"; stored: StoredHanging };

/** An annotation or a signal that is stored, or waits for its interaction. */
export interface EventReceipt {
  eventId: string;
  interactionId: string;
  at: Date;
  waiting: boolean;
}

/** An event that was taken. */
export type TakenEvent =
  | { type: "interaction"; logged: LoggedInteraction }
  | { type: "feedback"; receipt: Receipt }
  | { type: "annotation" | "signal"; receipt: EventReceipt };
