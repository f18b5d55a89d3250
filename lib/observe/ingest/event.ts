import type { z } from "zod";
import type { AnswerEventType } from "#lib/domain/answer-events.ts";
import type { ClippedField, InteractionRow } from "../interactions/index.ts";
import type { RaterFault } from "../raters/index.ts";
import type { EventType, eventTypes } from "./event-types.ts";

type Entries = typeof eventTypes;

type BodyOf<Type extends EventType> = z.output<Entries[Type]["schema"]>;
type RowOf<Type extends EventType> = Parameters<Entries[Type]["idOf"]>[0];
type StoredOf<Type extends EventType> = Awaited<ReturnType<Entries[Type]["insert"]>>[number];
type ReceiptOf<Type extends EventType> = Parameters<Entries[Type]["status"]>[0];

/** What was truncated; absent if nothing was. */
interface Clipped {
  clipped?: readonly ClippedField[] | undefined;
}

/** An event whose body was validated. */
export type EventBody = Clipped & { [Type in EventType]: { type: Type; body: BodyOf<Type> } }[EventType];

/** How many bytes of this event a publishable key sent; absent for secret keys, which have no quota. */
interface Metered {
  meteredBytes?: number | undefined;
}

/** An event ready to be stored, and the interaction sent inline with it. */
export type PreparedEvent = Clipped &
  Metered &
  { [Type in EventType]: { type: Type; row: RowOf<Type>; inline?: InteractionRow | null } }[EventType];

/** An event that belongs to an interaction. */
export type AttachedEvent = Extract<PreparedEvent, { type: AnswerEventType }>;

/** The result of storing an event. */
export type StoredEvent = {
  [Type in EventType]: { type: Type; stored: StoredOf<Type> | RefusedRater | ShadowTarget };
}[EventType];

/** An event rejected because of its rater. */
export interface RefusedRater {
  outcome: "rater_refused";
  fault: RaterFault;
}

/** An event rejected because it is about an answer that was shown to nobody. */
export interface ShadowTarget {
  outcome: "shadow_answer";
  shadowId: string;
}

/** An accepted event. */
export type TakenEvent = Clipped &
  { [Type in EventType]: { type: Type; receipt: ReceiptOf<Type> } }[EventType];
