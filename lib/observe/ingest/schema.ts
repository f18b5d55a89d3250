import { z } from "zod";
import { Problem, validationProblem } from "#lib/platform/problem/index.ts";
import { clipEvent } from "./clip/clip-event.ts";
import type { DescribeText } from "./clip/describe-data.ts";
import type { EventBody } from "./event.ts";
import { type EventType, entryOf, eventTypeNames, eventTypes } from "./event-types.ts";

/** Most events in one batch. */
export const BATCH_MAX = 1_000;

/** Most bytes of a body that may hold a batch. */
export const BATCH_BYTES = 10_000_000;

/** A body that was read: one event, or several. They are checked one by one, when the limits have let them through. */
export type OneOrMany = { one: unknown } | { many: unknown[] };

const listSchema = (plural: string, item: z.ZodType) =>
  z.strictObject({
    [plural]: z
      .array(item)
      .min(1, `must contain at least one of ${plural}`)
      .max(BATCH_MAX, `must contain at most ${BATCH_MAX} ${plural}`),
  });

/**
 * One event, or `{ [plural]: […] }`, told by the field that only a batch has. Events are not checked here: a bad one must
 * neither fail its neighbours nor go uncounted.
 */
export function oneOrMany(plural: string) {
  const many = listSchema(plural, z.unknown());
  return z.unknown().transform((body, context): OneOrMany => {
    const isBatch = typeof body === "object" && body !== null && plural in body;
    if (!isBatch) return { one: body };
    const parsed = many.safeParse(body);
    if (parsed.success) return { many: (parsed.data as Record<string, unknown[]>)[plural] ?? [] };
    for (const issue of parsed.error.issues)
      context.issues.push({ ...issue, input: body } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
}

/** One event. */
export const oneEvent = z.unknown().transform((one): OneOrMany => ({ one }));

/** What is too much of an event is cut before it is checked. */
function parseEvent(type: EventType, body: unknown, describe?: DescribeText) {
  const { clip, schema } = entryOf(type);
  const { value, clipped } = clipEvent(clip, body, describe);
  return { parsed: schema.safeParse(value), clipped };
}

/** The same as {@link oneEvent} as the contract shows it: a transform has no schema of its own to show. */
export const oneOutline = <Type extends EventType>(type: Type) => eventTypes[type].schema;

/** The same as {@link oneOrMany} as the contract shows it. */
export const oneOrManyOutline = (type: EventType, plural: string) =>
  z.union([eventTypes[type].schema, listSchema(plural, eventTypes[type].schema)]);

/** A mixed batch. */
export const eventsBodySchema = listSchema("events", z.unknown());

/** The address of a mixed batch: a beacon cannot send its key in a header. */
export const beaconQuerySchema = z.strictObject({
  key: z.string().max(200).optional().describe("The publishable key, for use with navigator.sendBeacon."),
});

/** The same as the contract shows it. */
export const eventsOutline = listSchema(
  "events",
  z.union(eventTypeNames.map((type) => eventTypes[type].object.safeExtend({ type: z.literal(type) }))),
);

/** More fields than any event has: what has more is not looked at field by field, which of a megabyte takes too long. */
const FIELDS_MAX = 200;

/**
 * One event of a known type, or a Problem that names what does not fit.
 * @param describe replaces data in its texts, where these were looked through ahead.
 */
export function checkEvent(type: EventType, value: unknown, describe?: DescribeText): EventBody | Problem {
  const count = typeof value === "object" && value !== null ? Object.keys(value).length : 0;
  if (count > FIELDS_MAX) return tooManyFields(count);
  const { parsed, clipped } = parseEvent(type, value, describe);
  if (!parsed.success) return validationProblem(parsed.error, "invalid_body");
  return { type, body: parsed.data, ...(clipped.length > 0 ? { clipped } : {}) } as EventBody;
}

function tooManyFields(count: number): Problem {
  const message = `has ${count.toLocaleString("en")} fields, more than the maximum of ${FIELDS_MAX}. Put your own fields in metadata`;
  return new Problem("invalid_body", `The event ${message}.`, { errors: [{ path: "(body)", message }] });
}

const typeSchema = z.object({ type: z.enum(eventTypeNames) });

/** One event of a mixed batch, told by its `type`. */
export function checkMixedEvent(value: unknown, describe?: DescribeText): EventBody | Problem {
  const parsed = typeSchema.safeParse(value);
  if (!parsed.success) return validationProblem(parsed.error, "invalid_body");
  const count = Object.keys(value as object).length;
  if (count > FIELDS_MAX) return tooManyFields(count);
  const { type: _, ...body } = value as Record<string, unknown>;
  return checkEvent(parsed.data.type, body, describe);
}
