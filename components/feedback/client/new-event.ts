import { newEventId } from "../adapter/event-id.ts";
import type { EventType, QueuedEvent } from "./event.ts";

/** The field of each type that holds its id. */
const idFields = {
  interaction: "interaction_id",
  feedback: "feedback_id",
  annotation: "annotation_id",
  signal: "signal_id",
  preference: "preference_id",
} as const satisfies Record<EventType, string>;

/**
 * An event of `type`, ready to be queued: with an id of its own and as it will go over the wire.
 * @param now the time of day, by which the events of several pages are put in order.
 */
export function newEvent(type: EventType, body: object, now: number, delayMs: number): QueuedEvent {
  const given: Record<string, unknown> = { ...body };
  const idField = idFields[type];
  const id = typeof given[idField] === "string" ? given[idField] : newEventId();
  const wire: Record<string, unknown> = { type, ...given, [idField]: id };
  const json = jsonOf(wire);
  return {
    // What comes of an answer in progress is no retry of what came before.
    key: eventKey(type, wire.in_progress === true ? `${id} ${newEventId()}` : id),
    type,
    id,
    interactionId: String(wire.interaction_id ?? wire.preferred_id ?? ""),
    subject: subjectOf(type, id, wire),
    json,
    bytes: bytesOf(json),
    queuedAt: now,
    dueAt: performance.now() + delayMs,
    maybeSent: false,
  };
}

function jsonOf(wire: Record<string, unknown>): string {
  try {
    return JSON.stringify(wire);
  } catch {
    return "";
  }
}

/** As UTF-8; at most, where that cannot be told. */
const bytesOf = (text: string): number =>
  typeof TextEncoder === "function" ? new TextEncoder().encode(text).length : text.length * 3;

/** How a queue knows an event. */
export const eventKey = (type: EventType, id: string): string => `${type} ${id}`;

/**
 * The server keeps one rating per interaction or session, rater, type and score name. Who the rater is, it says itself;
 * here it is never taken for the same where it may be another: the user, else the session, else the device, else the
 * token.
 * Of an answer it keeps what was logged last.
 */
function subjectOf(type: EventType, id: string, wire: Record<string, unknown>): string | null {
  if (type === "interaction") return eventKey(type, id);
  if (type !== "feedback") return null;
  const rater = wire.user_id ?? wire.session_id ?? wire.device_id ?? wire.feedback_token ?? "";
  const target = wire.interaction_id ?? [wire.session_id];
  return JSON.stringify([target, wire.rating_type, wire.score_name, rater]);
}
