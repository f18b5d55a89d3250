import { z } from "zod";

/** Most characters of a list's query. */
const QUERY_MAX = 2_000;

/** What a view is called. */
const viewNameSchema = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(80, "must have at most 80 characters")
  .refine(
    (name) => !name.includes("\0") && name.isWellFormed(),
    "must not contain NUL characters or unpaired surrogates",
  );

/** The query of a list's address, without "?" and without a place in the list. */
const viewQuerySchema = z
  .string()
  .max(QUERY_MAX, `must have at most ${QUERY_MAX} characters`)
  .transform((text) => {
    const query = new URLSearchParams(text);
    query.delete("cursor");
    return query.toString();
  });

/** A view as it is saved. */
export const newViewSchema = z.strictObject({ name: viewNameSchema, query: viewQuerySchema });

/** What of a view can be changed. */
export const viewChangeSchema = newViewSchema
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must contain name, query, or both");

/** A view in an address. */
export const viewParamsSchema = z.object({ project_id: z.uuid(), view_id: z.uuid() });

/** A view as it is answered. */
export const viewSchema = z.object({ view_id: z.uuid(), name: z.string(), query: z.string() });
