import { z } from "zod";
import { timeZoneNamed } from "./time-zone.ts";

/** Most characters of an id. */
export const ID_MAX = 128;

/** Most bytes of an id as JSON: a control character takes six, and every other at most three. */
const ID_JSON_MAX = 6 * ID_MAX + '""'.length;

/**
 * Most characters of a text of ours that is base64url of JSON with one id in it: what an id may be decides how long
 * cursors and tokens are, or one that we gave would be refused.
 * @param rest bytes of the JSON beside the id.
 */
export const encodedIdMax = (rest: number): number => Math.ceil(((ID_JSON_MAX + rest) * 4) / 3);

/** Most characters of a text. */
export const TEXT_MAX = 100_000;

/** How far a client's clock may run ahead of ours, in milliseconds. */
const CLOCK_AHEAD = 300_000;

/** An id or a short name: 1 to 128 characters that PostgreSQL can store. */
export const idSchema = z
  .string()
  .min(1, "must not be empty")
  .max(ID_MAX, `must have at most ${ID_MAX} characters`)
  .refine((text) => idFault(text) === undefined, { error: ({ input }) => idFault(String(input)) });

/** What keeps a text from being an id. One check and not several: every event has many ids. */
function idFault(text: string): string | undefined {
  if (/^[\w-]+$/.test(text)) return undefined;
  if (text.includes("\0") || !text.isWellFormed()) return "must be text without NUL characters";
  if (!hasVisible(text)) return "must have a character that can be seen";
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text))
    return "must not turn the direction of what stands beside it";
  // A path that ends in one of these leads elsewhere.
  return text === "." || text === ".." ? 'must not be "." or ".."' : undefined;
}

/** Whether a text has more than white space and characters that only format others. */
const hasVisible = (text: string): boolean => /[^\s\p{Cf}]/u.test(text);

/** A whole number as it stands in an address: digits only. */
export const wholeNumberSchema = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number")
  .transform(Number)
  .pipe(z.int());

/** A text of up to 100,000 characters. */
export const textSchema = z.string().max(TEXT_MAX, `must have at most ${TEXT_MAX} characters`);

/** A text that says something. */
export const spokenTextSchema = textSchema.refine(hasVisible, "must not be empty");

/** The moments that are taken anywhere, in milliseconds: from the first on and before the last. */
export const MOMENTS = { from: Date.UTC(1970, 0, 1), before: Date.UTC(3000, 0, 1) } as const;

/** A moment as ISO 8601 with its offset, between 1970 and 2999. */
export const momentSchema = z.iso
  .datetime({ offset: true, error: "must be a time like 2026-11-21T09:30:00Z" })
  .transform((text) => new Date(text))
  .refine(
    (at) => at.getTime() >= MOMENTS.from && at.getTime() < MOMENTS.before,
    "must lie between 1970 and 2999",
  );

/** A moment that is not in the future, as told by the clock when it is checked. */
export const pastMomentSchema = momentSchema.refine(
  (at) => at.getTime() <= Date.now() + CLOCK_AHEAD,
  "must not be in the future",
);

/** Most bytes of an object of the sender's own, as JSON. */
export const JSON_BYTES_MAX = 16_384;

/** Up to 16 kB of whatever the caller wants to keep beside it. Its values come out of JSON and are not looked at again. */
export const metadataSchema = z
  .record(z.string(), z.unknown())
  .refine((value) => fitsBytes(JSON.stringify(value), JSON_BYTES_MAX), "must have at most 16 kB as JSON");

/** A character of UTF-16 has at most three bytes in UTF-8, so that short texts need not be encoded to know. */
const fitsBytes = (text: string, most: number): boolean =>
  text.length * 3 <= most || new TextEncoder().encode(text).length <= most;

/** An IANA time zone by its name; an alias becomes the name that it stands for. */
export const timeZoneSchema = z.string().transform((zone, context) => {
  const name = timeZoneNamed(zone);
  if (name) return name;
  context.addIssue({ code: "custom", message: "must be an IANA time zone like Europe/Berlin" });
  return z.NEVER;
});

/**
 * Takes null for absent in the fields of an object: many clients send null for what they do not know. Done once for the
 * whole object, as every event has two dozen fields that may be absent, and a check of its own for each costs a fifth of
 * what collecting an event does.
 */
export const nullsAbsent = <S extends z.ZodType>(schema: S) => z.preprocess(withoutNulls, schema);

function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value);
  return fields.some(([, field]) => field === null)
    ? Object.fromEntries(fields.filter(([, field]) => field !== null))
    : value;
}
