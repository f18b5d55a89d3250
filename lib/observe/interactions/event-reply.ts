import { z } from "zod";
import { signalKindSchema } from "#lib/domain/signal.ts";
import type { AnnotationItem, SignalItem } from "./interaction-query.ts";

/** One annotation of an interaction. */
export const annotationItemSchema = z.object({
  annotation_id: z.string(),
  quote: z.object({ exact: z.string(), prefix: z.string().nullable(), suffix: z.string().nullable() }),
  position: z.object({ start: z.int(), end: z.int() }).nullable(),
  category: z.string().nullable(),
  comment: z.string().nullable(),
  user_hash: z.string().nullable(),
  session_id: z.string().nullable(),
  created_at: z.iso.datetime(),
});

/** Converts an annotation to API JSON. */
export const annotationItemJson = (item: AnnotationItem): z.input<typeof annotationItemSchema> => ({
  annotation_id: item.annotationId,
  quote: { exact: item.quoteExact, prefix: item.quotePrefix, suffix: item.quoteSuffix },
  position: positionJson(item),
  category: item.category,
  comment: item.comment,
  user_hash: item.userHash,
  session_id: item.sessionId,
  created_at: item.createdAt.toISOString(),
});

const positionJson = ({ positionStart: start, positionEnd: end }: AnnotationItem) =>
  start === null || end === null ? null : { start, end };

/** One signal of an interaction. */
export const signalItemSchema = z.object({
  signal_id: z.string(),
  signal: signalKindSchema,
  value: z.number().nullable(),
  user_hash: z.string().nullable(),
  session_id: z.string().nullable(),
  occurred_at: z.iso.datetime(),
});

/** Converts a signal to API JSON. */
export const signalItemJson = (item: SignalItem): z.input<typeof signalItemSchema> => ({
  signal_id: item.signalId,
  signal: item.signal,
  value: item.value,
  user_hash: item.userHash,
  session_id: item.sessionId,
  occurred_at: item.occurredAt.toISOString(),
});
