import { z } from "zod";

/** The maximum length of a list's query. */
const QUERY_MAX = 2_000;

/** The name of a view. */
const viewNameSchema = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(80, "must have at most 80 characters")
  .refine(
    (name) => !name.includes("\0") && name.isWellFormed(),
    "must not contain NUL characters or unpaired surrogates",
  );

/** The query of a list's URL, without "?" and without a cursor. */
const viewQuerySchema = z
  .string()
  .max(QUERY_MAX, `must have at most ${QUERY_MAX} characters`)
  .transform((text) => {
    const query = new URLSearchParams(text);
    query.delete("cursor");
    return query.toString();
  });

/** The request body that saves a view. */
export const newViewSchema = z.strictObject({ name: viewNameSchema, query: viewQuerySchema });

/** What can be changed about a view. */
export const viewChangeSchema = newViewSchema
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must contain name, query, or both");

/** Path parameters of a view. */
export const viewParamsSchema = z.object({ project_id: z.uuid(), view_id: z.uuid() });

/** A view in API responses. */
export const viewSchema = z.object({ view_id: z.uuid(), name: z.string(), query: z.string() });
