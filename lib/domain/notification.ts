import { z } from "zod";
import { notificationKinds } from "./notification-kind.ts";

/** Most characters of a title and of a text. */
const [TITLE_MAX, TEXT_MAX] = [200, 4_000];

/** Most bytes of `data` as JSON. */
const DATA_MAX = 32_000;

/** Whether PostgreSQL keeps a text and every receiver reads it. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

const areStorable = (json: unknown): boolean => {
  if (typeof json === "string") return isStorable(json);
  if (typeof json !== "object" || json === null) return true;
  return Object.entries(json).every(([key, value]) => isStorable(key) && areStorable(value));
};

const textSchema = (max: number) =>
  z.string().max(max).refine(isStorable, "must not contain NUL or unpaired surrogates");

/** A line: control characters would break subjects and headers. */
const lineSchema = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((line) => !/\p{Cc}/u.test(line), "must be a single line")
    .refine(isStorable, "must not contain unpaired surrogates");

/**
 * Something that happened to a project, to be told on every channel that listens. The same transition always has the
 * same `notification_id`, so it is told once.
 */
export const notificationSchema = z.strictObject({
  // Signed as "id.timestamp.body", so it has no dot of its own.
  notification_id: z.string().regex(/^[\w:-]{1,200}$/, "must be letters, digits, _, : and - only"),
  kind: z.enum([...notificationKinds, "test"]),
  title: lineSchema(TITLE_MAX),
  /** Plain text. */
  text: textSchema(TEXT_MAX),
  facts: z.array(z.strictObject({ label: lineSchema(100), value: textSchema(500) })).max(20),
  /** The page of the dashboard that shows it, absolute. */
  url: z.url({ protocol: /^https?$/ }),
  happened_at: z.iso.datetime(),
  /** The webhook's `data`. */
  data: z
    .record(z.string(), z.json())
    .refine(areStorable, "must not contain NUL or unpaired surrogates")
    .refine(
      (data) => new TextEncoder().encode(JSON.stringify(data)).length <= DATA_MAX,
      `must have at most ${DATA_MAX} bytes`,
    ),
});

/** Something that happened to a project, to be told. */
export type Notification = z.infer<typeof notificationSchema>;
