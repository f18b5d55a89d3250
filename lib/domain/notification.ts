import { z } from "zod";
import { notificationKinds } from "./notification-kind.ts";

/** Most characters of a title and of a text. */
const [TITLE_MAX, TEXT_MAX] = [200, 4_000];

/** A line: control characters would break subjects and headers. */
const lineSchema = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((line) => !/\p{Cc}/u.test(line), "must be a single line");

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
  text: z.string().max(TEXT_MAX),
  facts: z.array(z.strictObject({ label: lineSchema(100), value: z.string().max(500) })).max(20),
  /** The page of the dashboard that shows it, absolute. */
  url: z.url({ protocol: /^https?$/ }),
  happened_at: z.iso.datetime(),
  /** The webhook's `data`. */
  data: z.record(z.string(), z.json()),
});

/** Something that happened to a project, to be told. */
export type Notification = z.infer<typeof notificationSchema>;
