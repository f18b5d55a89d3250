import { z } from "zod";
import type { LabelMove } from "./label-store.ts";

/** A label's name, as it is answered. */
export const labelField = z
  .string()
  .describe("The label.")
  .meta({ examples: ["production"] });

/** That a label was moved, as it is answered. */
export const labelMoveSchema = z.object({
  id: z
    .uuid()
    .describe("The move's ID.")
    .meta({ examples: ["0193c000-0000-7000-8000-000000000001"] }),
  label: labelField,
  from_version: z.string().nullable().describe("Where it was; null if it was new."),
  to_version: z.string().nullable().describe("Where it was moved; null if it was removed."),
  moved_by: z.string().describe("Who moved it: a person, or an API key."),
  reason: z.string().describe("Why."),
  moved_at: z.iso.datetime().describe("When (UTC)."),
});

/** The JSON of a move. */
export const labelMoveJson = (move: LabelMove): z.input<typeof labelMoveSchema> => ({
  ...{ id: move.id, label: move.label, from_version: move.fromVersion, to_version: move.toVersion },
  ...{ moved_by: move.movedBy, reason: move.reason, moved_at: move.movedAt.toISOString() },
});
