import type { z } from "zod";
import type { ClippedField, InteractionRow } from "../interactions/index.ts";
import type { RaterFault } from "../raters/index.ts";
import type { EventType, eventTypes } from "./event-types.ts";

type Entries = typeof eventTypes;

type BodyOf<Type extends EventType> = z.output<Entries[Type]["schema"]>;
type RowOf<Type extends EventType> = Parameters<Entries[Type]["idOf"]>[0];
type StoredOf<Type extends EventType> = Awaited<ReturnType<Entries[Type]["insert"]>>[number];
type ReceiptOf<Type extends EventType> = Parameters<Entries[Type]["status"]>[0];

/** What of an event was too much and was cut; absent where all of it was taken. */
interface Clipped {
  clipped?: readonly ClippedField[] | undefined;
}

/** An event whose body was checked. */
export type EventBody = Clipped & { [Type in EventType]: { type: Type; body: BodyOf<Type> } }[EventType];

/** How many bytes a publishable key sent of an event; absent of a secret key's, which nobody meters. */
interface Metered {
  meteredBytes?: number | undefined;
}

/** An event ready to be written, and the interaction that came inline with it. */
export type PreparedEvent = Clipped &
  Metered &
  { [Type in EventType]: { type: Type; row: RowOf<Type>; inline?: InteractionRow | null } }[EventType];

/** An event that hangs on an interaction. */
export type HangingEvent = Exclude<PreparedEvent, { type: "interaction" }>;

/** What the stores say became of an event. */
export type StoredEvent = {
  [Type in EventType]: { type: Type; stored: StoredOf<Type> | RefusedRater };
}[EventType];

/** That an event was refused for who it is from. */
export interface RefusedRater {
  outcome: "rater_refused";
  fault: RaterFault;
}

/** An event that was taken. */
export type TakenEvent = Clipped &
  { [Type in EventType]: { type: Type; receipt: ReceiptOf<Type> } }[EventType];
