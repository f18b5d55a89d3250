import { z } from "zod";
import { timeZoneNamed } from "./time-zone.ts";

/** Maximum length of an id in characters. */
export const ID_MAX = 128;

/** Maximum bytes of an id as JSON: a control character takes six, any other at most three. */
const ID_JSON_MAX = 6 * ID_MAX + '""'.length;

/**
 * Maximum length of our own base64url-encoded JSON that contains one id. The limit of cursors and tokens follows from
 * the limit of ids; otherwise we would reject one that we issued.
 * @param rest bytes of the JSON besides the id.
 */
export const encodedIdMax = (rest: number): number => Math.ceil(((ID_JSON_MAX + rest) * 4) / 3);

/** Maximum length of a text in characters. */
export const TEXT_MAX = 100_000;

/** How far a client's clock may run ahead of ours, in milliseconds. */
const CLOCK_AHEAD = 300_000;

/** An id or a short name: 1 to 128 characters that PostgreSQL can store. */
export const idSchema = z
  .string()
  .min(1, "must not be empty")
  .max(ID_MAX, `must have at most ${ID_MAX} characters`)
  .refine((text) => idFault(text) === undefined, { error: ({ input }) => idFault(String(input)) });

/** Why a string is not a valid id. One check instead of several, because every event has many ids. */
function idFault(text: string): string | undefined {
  if (/^[\w-]+$/.test(text)) return undefined;
  if (text.includes("\0") || !text.isWellFormed())
    return "must not contain NUL characters or unpaired surrogates";
  if (!hasVisible(text)) return "must contain a visible character";
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) return "must not contain bidirectional control characters";
  // These are special as the last segment of a path.
  return text === "." || text === ".." ? 'must not be "." or ".."' : undefined;
}

/** Whether a text has anything but white space and formatting characters. */
const hasVisible = (text: string): boolean => /[^\s\p{Cf}]/u.test(text);

/** An integer in a URL: digits only. */
export const wholeNumberSchema = z
  .string()
  .regex(/^\d{1,9}$/, "must be an integer")
  .transform(Number)
  .pipe(z.int());

/** A text of up to 100,000 characters. */
export const textSchema = z.string().max(TEXT_MAX, `must have at most ${TEXT_MAX} characters`);

/** A text with visible content. */
export const spokenTextSchema = textSchema.refine(hasVisible, "must not be empty");

/** The range of accepted timestamps in milliseconds: `from` inclusive, `before` exclusive. */
export const MOMENTS = { from: Date.UTC(1970, 0, 1), before: Date.UTC(3000, 0, 1) } as const;

/** A timestamp as ISO 8601 with an offset, between 1970 and 2999. */
export const momentSchema = z.iso
  .datetime({ offset: true, error: "must be an ISO 8601 timestamp like 2026-11-21T09:30:00Z" })
  .transform((text) => new Date(text))
  .refine(
    (at) => at.getTime() >= MOMENTS.from && at.getTime() < MOMENTS.before,
    "must be between 1970 and 2999",
  );

/** A timestamp that is not in the future when it is validated. */
export const pastMomentSchema = momentSchema.refine(
  (at) => at.getTime() <= Date.now() + CLOCK_AHEAD,
  "must not be in the future",
);

/** Maximum bytes of a sender's custom object as JSON. */
export const JSON_BYTES_MAX = 16_384;

/** Custom data of up to 16 kB. Its values come from parsed JSON and are not validated again. */
export const metadataSchema = z
  .record(z.string(), z.unknown())
  .refine((value) => fitsBytes(JSON.stringify(value), JSON_BYTES_MAX), "must be at most 16 kB as JSON");

/** A UTF-16 code unit takes at most three bytes in UTF-8, so short texts need not be encoded to check. */
const fitsBytes = (text: string, most: number): boolean =>
  text.length * 3 <= most || new TextEncoder().encode(text).length <= most;

/** An IANA time zone by name; aliases are resolved. */
export const timeZoneSchema = z.string().transform((zone, context) => {
  const name = timeZoneNamed(zone);
  if (name) return name;
  context.addIssue({ code: "custom", message: "must be an IANA time zone like Europe/Berlin" });
  return z.NEVER;
});

/**
 * Treats null fields of an object as absent: many clients send null for unknown values. Done once for the whole object,
 * because an event has two dozen optional fields, and a check for each would cost a fifth of collecting it.
 */
export const nullsAbsent = <S extends z.ZodType>(schema: S) => z.preprocess(withoutNulls, schema);

function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value);
  return fields.some(([, field]) => field === null)
    ? Object.fromEntries(fields.filter(([, field]) => field !== null))
    : value;
}
