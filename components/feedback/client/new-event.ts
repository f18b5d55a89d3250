import { newEventId } from "../adapter/event-id.ts";
import type { EventType, QueuedEvent } from "./event.ts";

/**
 * Creates an event of `type`, ready to be queued: with an ID and its JSON.
 * @param now the current time, by which the events of several pages are ordered.
 */
export function newEvent(type: EventType, body: object, now: number, delayMs: number): QueuedEvent {
  const given: Record<string, unknown> = { ...body };
  const idField = `${type}_id`;
  const id = typeof given[idField] === "string" ? given[idField] : newEventId();
  const wire: Record<string, unknown> = { type, ...given, [idField]: id };
  const json = jsonOf(wire);
  return {
    // A later log of an answer in progress is not a retry of an earlier one.
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

/** As UTF-8; the maximum if that cannot be determined. */
const bytesOf = (text: string): number =>
  typeof TextEncoder === "function" ? new TextEncoder().encode(text).length : text.length * 3;

/** The key of an event in a queue. */
export const eventKey = (type: EventType, id: string): string => `${type} ${id}`;

/**
 * The server keeps one rating per interaction or session, rater, type and score name. The server decides who
 * the rater is; here, two raters that could differ are never treated as the same: the user, or else the
 * session, or else the device, or else the token. For an answer, the server keeps what was logged last.
 */
function subjectOf(type: EventType, id: string, wire: Record<string, unknown>): string | null {
  if (type === "interaction") return eventKey(type, id);
  if (type !== "feedback") return null;
  const rater = wire.user_id ?? wire.session_id ?? wire.device_id ?? wire.feedback_token ?? "";
  const target = wire.interaction_id ?? [wire.session_id];
  return JSON.stringify([target, wire.rating_type, wire.score_name, rater]);
}
