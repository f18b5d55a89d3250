import { z } from "zod";
import { Problem, validationProblem } from "#lib/platform/problem/index.ts";
import { clipEvent } from "./clip/clip-event.ts";
import type { DescribeText } from "./clip/describe-data.ts";
import type { EventBody } from "./event.ts";
import { type EventType, entryOf, eventTypeNames, eventTypes } from "./event-types.ts";

/** How many events a batch can contain. */
export const BATCH_MAX = 1_000;

/** The maximum size of a body that can contain a batch, in bytes. */
export const BATCH_BYTES = 10_000_000;

/** A parsed body: one event, or several. They are validated one by one, after the limits. */
export type OneOrMany = { one: unknown } | { many: unknown[] };

const listSchema = (plural: string, item: z.ZodType) =>
  z.strictObject({
    [plural]: z
      .array(item)
      .min(1, `must contain at least one of ${plural}`)
      .max(BATCH_MAX, `must contain at most ${BATCH_MAX} ${plural}`),
  });

/**
 * One event, or `{ [plural]: […] }`, recognized by the field that only a batch has. Events are not validated
 * here: an invalid one must neither fail the rest of the batch nor go uncounted.
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

/** Oversized fields are truncated before validation. */
function parseEvent(type: EventType, body: unknown, describe?: DescribeText) {
  const { clip, schema } = entryOf(type);
  const { value, clipped } = clipEvent(clip, body, describe);
  return { parsed: schema.safeParse(value), clipped };
}

/** {@link oneEvent} for the OpenAPI file, since a transform has no JSON schema. */
export const oneOutline = <Type extends EventType>(type: Type) => eventTypes[type].schema;

/** {@link oneOrMany} for the OpenAPI file. */
export const oneOrManyOutline = (type: EventType, plural: string) =>
  z.union([eventTypes[type].schema, listSchema(plural, eventTypes[type].schema)]);

/** A mixed batch. */
export const eventsBodySchema = listSchema("events", z.unknown());

/** The query of a mixed batch: a beacon cannot send its key in a header. */
export const beaconQuerySchema = z.strictObject({
  key: z.string().max(200).optional().describe("The publishable key, for use with navigator.sendBeacon."),
});

/** The mixed batch for the OpenAPI file. */
export const eventsOutline = listSchema(
  "events",
  z.union(eventTypeNames.map((type) => eventTypes[type].object.safeExtend({ type: z.literal(type) }))),
);

/**
 * More fields than any event has. Beyond this, fields are not checked one by one, which would take too long
 * for a megabyte of them.
 */
const FIELDS_MAX = 200;

/**
 * Parses an event of a known type, or returns a Problem that names the invalid fields.
 * @param describe replaces data in its texts, if these were searched ahead of time.
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

/** Parses one event of a mixed batch by its `type`. */
export function checkMixedEvent(value: unknown, describe?: DescribeText): EventBody | Problem {
  const parsed = typeSchema.safeParse(value);
  if (!parsed.success) return validationProblem(parsed.error, "invalid_body");
  const count = Object.keys(value as object).length;
  if (count > FIELDS_MAX) return tooManyFields(count);
  const { type: _, ...body } = value as Record<string, unknown>;
  return checkEvent(parsed.data.type, body, describe);
}
