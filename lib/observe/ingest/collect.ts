import { Problem } from "#lib/platform/problem/index.ts";
import type { WriteBudget } from "#lib/platform/rate-limit/write-allowance.ts";
import type { Reply, Sender } from "#lib/platform/route/index.ts";
import { turns } from "#lib/platform/threads/index.ts";
import { rowContext } from "../interactions/index.ts";
import { toSubmitter } from "../raters/index.ts";
import { LARGE } from "./clip/describe-ahead.ts";
import type { DescribeText } from "./clip/describe-data.ts";
import { type CollectReply, type Compose, composeBatch, composeMixed, composeOne } from "./collect-reply.ts";
import type { EventBody, PreparedEvent } from "./event.ts";
import type { collectReplies } from "./event-json.ts";
import { type EventType, eventTypes } from "./event-types.ts";
import { claimRequest } from "./idempotency.ts";
import { releaseClaim } from "./idempotency-store.ts";
import { checkLarge, prepareEvent } from "./prepare-event.ts";
import { checkEvent, checkMixedEvent, type OneOrMany } from "./schema.ts";
import { limitWrites, type WriteLimit } from "./write-limit.ts";
import { writeEvents } from "./write-queue-store.ts";

/** The response declared for events of a type, or for a mixed batch. */
type ReplyTo<Kind extends keyof typeof collectReplies> = Reply<(typeof collectReplies)[Kind]>;

/** Stores one event or a batch of the same type, and returns the results. */
export function collect<Type extends EventType>(
  sender: Sender,
  type: Type,
  body: OneOrMany,
): Promise<ReplyTo<Type>> {
  const check: Given["check"] = (event, describe) => checkEvent(type, event, describe);
  const given = { check, typeOf: () => type };
  return "one" in body
    ? answer<Type>(sender, { ...given, body: body.one, events: [body.one] }, composeOne)
    : answer<Type>(sender, { ...given, body, events: body.many }, composeBatch);
}

/** Stores a mixed batch and returns the result of each event. */
export function collectMixed(sender: Sender, events: readonly unknown[]): Promise<ReplyTo<"mixed">> {
  const given = { body: events, events, check: checkMixedEvent, typeOf: typeIn };
  return answer<"mixed">(sender, given, composeMixed(events.map(typeIn)));
}

function typeIn(event: unknown): string | null {
  const type = typeof event === "object" && event !== null && "type" in event ? event.type : null;
  return typeof type === "string" && type.length <= 20 ? type : null;
}

/** The events of a request. */
interface Given {
  body: unknown;
  events: readonly unknown[];
  /** Checks one event; not called for events beyond the write limit. */
  check(event: unknown, describe?: DescribeText): EventBody | Problem;
  typeOf(event: unknown): string | null;
}

/** Events of unknown type are charged to the signals budget, so that they cannot use up that of feedback. */
const budgetOf = (type: string | null): WriteBudget =>
  type !== null && Object.hasOwn(eventTypes, type) ? eventTypes[type as EventType].budget : "signals";

/**
 * Checks a request's events against the limits and stores them; results are committed before they are
 * returned.
 * @throws Problem if nothing of the request was stored.
 */
async function answer<Kind extends keyof typeof collectReplies>(
  sender: Sender,
  given: Given,
  compose: Compose,
): Promise<ReplyTo<Kind>> {
  const budgets = given.events.map((event) => budgetOf(given.typeOf(event)));
  const said = budgets.filter((budget) => budget === "feedback").length;
  const watched = budgets.length - said;
  // A request with only invalid events counts too, and so does one that only asks for its earlier response.
  const limit = await limitWrites(sender, {
    feedback: said,
    signals: said > 0 ? watched : Math.max(1, watched),
  });
  // A response that says to retry must not be stored under the key and returned forever.
  if (sender.idempotencyKey !== null) refuseParts(limit, { feedback: said, signals: watched });
  const prepared = await prepareAll(sender, given, budgets, limit);
  const answered = (reply: CollectReply | Problem): ReplyTo<Kind> => {
    if (isRefused(reply)) throw reply;
    return { ...reply, headers: limit.headers } as ReplyTo<Kind>;
  };
  // Nothing is stored, so nothing is kept under an Idempotency-Key either.
  if (prepared.every(isRefused)) return answered(compose(prepared));
  const known = await claimRequest(sender, given.body);
  if (known && "answer" in known) return answered(known.answer);
  const claim = known?.claim ?? null;
  try {
    const { project } = sender.caller;
    return answered(
      await writeEvents({ project, events: prepared, claim, compose, bytes: sender.bodyBytes }),
    );
  } catch (error) {
    // If the database is unavailable, the claim expires by itself.
    if (claim) await releaseClaim(claim).catch(() => {});
    throw error;
  }
}

const isRefused = (value: unknown): value is Problem => value instanceof Problem;

/**
 * @throws Problem 429 if any part of the request exceeds its limit.
 */
function refuseParts({ budgets }: WriteLimit, asked: Record<WriteBudget, number>): void {
  for (const budget of ["feedback", "signals"] as const) {
    const { granted, refusal } = budgets[budget];
    if (granted < asked[budget]) throw refusal();
  }
}

/** Checks and prepares one event after another, letting other requests run in between. */
async function prepareAll(
  sender: Sender,
  { events, check }: Given,
  budgets: readonly WriteBudget[],
  limit: WriteLimit,
): Promise<(PreparedEvent | Problem)[]> {
  const turn = turns();
  const prepared: (PreparedEvent | Problem)[] = [];
  const { project } = sender.caller;
  const [context, from] = [rowContext(project), toSubmitter(sender)];
  const isLarge = sender.bodyBytes > LARGE;
  const used: Record<WriteBudget, number> = { feedback: 0, signals: 0 };
  for (const [index, event] of events.entries()) {
    const budget = budgets[index] ?? "signals";
    const { granted, refusal } = limit.budgets[budget];
    used[budget] += 1;
    const isBeyond = used[budget] > granted;
    const checked = isBeyond ? refusal() : isLarge ? await checkLarge(event, check) : check(event);
    const made = isRefused(checked) ? checked : await prepareEvent(from, checked, project, context);
    prepared.push(isRefused(made) || sender.caller.kind === "secret" ? made : metered(made, event));
    await turn();
  }
  return prepared;
}

const metered = (prepared: PreparedEvent, sent: unknown): PreparedEvent => ({
  ...prepared,
  meteredBytes: Buffer.byteLength(JSON.stringify(sent)),
});
