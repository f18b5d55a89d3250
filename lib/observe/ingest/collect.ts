import { Problem } from "#lib/platform/problem/index";
import type { Reply, Sender } from "#lib/platform/route/index";
import { rowContext } from "../interactions/index.ts";
import { type CollectReply, type Compose, composeBatch, composeMixed, composeOne } from "./collect-reply.ts";
import type { EventBody, EventType, PreparedEvent } from "./event.ts";
import type { collectReplies } from "./event-json.ts";
import { claimRequest } from "./idempotency.ts";
import { releaseClaim } from "./idempotency-store.ts";
import { prepareEvent } from "./prepare-event.ts";
import { type BodyOf, checkEvent, checkMixedEvent, type OneOrMany } from "./schema.ts";
import { limitWrites, type WriteLimit } from "./write-limit.ts";
import { writeEvents } from "./write-queue-store.ts";

/** One of the answers that are declared for events of a type, or for a mixed batch. */
type ReplyTo<Kind extends keyof typeof collectReplies> = Reply<(typeof collectReplies)[Kind]>;

/** Stores the event or the batch that a body brought, all of one type, and says what became of it. */
export function collect<Type extends EventType>(
  sender: Sender,
  type: Type,
  body: OneOrMany<BodyOf<Type>>,
): Promise<ReplyTo<Type>> {
  return "one" in body
    ? answer<Type>(sender, body, [body.one], (event) => ({ type, body: event }) as EventBody, composeOne)
    : answer<Type>(sender, body, body.many, (event) => checkEvent(type, event), composeBatch);
}

/** Stores a mixed batch and says what became of each event. */
export function collectMixed(sender: Sender, events: readonly unknown[]): Promise<ReplyTo<"mixed">> {
  return answer<"mixed">(sender, events, events, checkMixedEvent, composeMixed(events.map(typeIn)));
}

function typeIn(event: unknown): string | null {
  const type = typeof event === "object" && event !== null && "type" in event ? event.type : null;
  return typeof type === "string" && type.length <= 20 ? type : null;
}

/**
 * Takes a request's events through the limits and into the database; what is answered is committed.
 * @param check looks at one event; what goes beyond the limit is not looked at.
 * @throws Problem when nothing of the request was stored.
 */
async function answer<Kind extends keyof typeof collectReplies>(
  sender: Sender,
  body: unknown,
  events: readonly unknown[],
  check: (event: unknown) => EventBody | Problem,
  compose: Compose,
): Promise<ReplyTo<Kind>> {
  // What brings nothing but faults counts too, and so does a request that only asks for its answer again.
  const limit = await limitWrites(sender, Math.max(1, events.length));
  // An answer that asks to come again must not be the one that is kept and given for ever.
  if (sender.idempotencyKey !== null && limit.refusal && limit.granted < events.length) throw limit.refusal;
  const prepared = prepareAll(sender, events, check, limit);
  const answered = (reply: CollectReply | Problem): ReplyTo<Kind> => {
    if (isRefused(reply)) throw reply;
    return { ...reply, headers: limit.headers } as ReplyTo<Kind>;
  };
  // Nothing is stored, so nothing is kept under an Idempotency-Key either.
  if (prepared.every(isRefused)) return answered(compose(prepared));
  const known = await claimRequest(sender, body);
  if (known && "answer" in known) return answered(known.answer);
  const claim = known?.claim ?? null;
  try {
    const { project } = sender.caller;
    return answered(
      await writeEvents({ project, events: prepared, claim, compose, bytes: sender.bodyBytes }),
    );
  } catch (error) {
    // Where the database is away the claim ends by itself.
    if (claim) await releaseClaim(claim).catch(() => {});
    throw error;
  }
}

const isRefused = (value: unknown): value is Problem => value instanceof Problem;

function prepareAll(
  sender: Sender,
  events: readonly unknown[],
  check: (event: unknown) => EventBody | Problem,
  { granted, refusal }: WriteLimit,
): (PreparedEvent | Problem)[] {
  const context = rowContext(sender.caller.project);
  return events.map((event, index) => {
    if (refusal && index >= granted) return refusal;
    const checked = check(event);
    return isRefused(checked) ? checked : prepareEvent(sender, checked, context);
  });
}
