import { z } from "zod";
import { idSchema, momentSchema } from "#lib/domain/fields.ts";
import { MOVES_MAX, type PromptMove } from "./history-store.ts";

const moveSchema = z.object({
  id: z
    .uuid()
    .describe("The move's ID.")
    .meta({ examples: ["0193c000-0000-7000-8000-000000000001"] }),
  template: z.string().describe("The prompt."),
  label: z
    .string()
    .describe("The label.")
    .meta({ examples: ["production"] }),
  from_version: z.string().nullable().describe("Where it was; null if it was new."),
  to_version: z.string().nullable().describe("Where it was moved; null if it was removed."),
  moved_by: z.string().describe("Who moved it: a person, or an API key."),
  reason: z.string().describe("Why."),
  moved_at: z.iso.datetime().describe("When (UTC)."),
});

/** The label moves of a period. */
export const promptMovesField = z
  .array(moveSchema)
  .describe(`Moved labels of prompts, newest first, at most ${MOVES_MAX}.`);

/** The label moves of a project in a period. */
export const promptMovesSchema = z.object({ data: promptMovesField });

/** The query of the label moves. */
export const promptMovesQuerySchema = z.strictObject({
  from: momentSchema.optional().describe("Only later moves. Defaults to 28 days ago."),
  to: momentSchema.optional().describe("Only earlier moves. Defaults to now."),
  prompt_template: idSchema.optional().describe("Only moves of this prompt's labels."),
});

/** The JSON of a label move. */
export const promptMoveJson = (move: PromptMove): z.input<typeof moveSchema> => ({
  ...{ id: move.id, template: move.template, label: move.label },
  ...{ from_version: move.fromVersion, to_version: move.toVersion },
  ...{ moved_by: move.movedBy, reason: move.reason, moved_at: move.movedAt.toISOString() },
});
