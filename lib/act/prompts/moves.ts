import { z } from "zod";
import { idSchema, momentSchema } from "#lib/domain/fields.ts";
import { MOVES_MAX, type PromptMove } from "./history-store.ts";
import { labelMoveJson, labelMoveSchema } from "./label-move.ts";

const { id: idField, ...moveFields } = labelMoveSchema.shape;
const moveSchema = z.object({
  id: idField,
  template: z.string().describe("The prompt."),
  ...moveFields,
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
export function promptMoveJson(move: PromptMove): z.input<typeof moveSchema> {
  const { id, ...moved } = labelMoveJson(move);
  return { id, template: move.template, ...moved };
}
