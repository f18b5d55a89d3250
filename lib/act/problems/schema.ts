import { z } from "zod";
import { idSchema, momentSchema, wholeNumberSchema } from "#lib/domain/fields.ts";
import { fixLinkSchema, problemStates } from "#lib/domain/problem-lifecycle.ts";

/** Most characters of a note. */
const NOTE_MAX = 2_000;

const problemIdSchema = z.uuid("must be the id of a problem");

/** The problem in the path. */
export const problemParamsSchema = z.object({ id: problemIdSchema });

/** The project and its problem in the path. */
export const projectProblemParamsSchema = z.object({ project_id: z.uuid(), problem_id: problemIdSchema });

/** Which problems are asked for. */
export const problemQuerySchema = z.strictObject({
  state: z.enum(problemStates).optional().describe("Only problems in this state."),
  limit: wholeNumberSchema
    .pipe(z.int().min(1, "must be at least 1").max(200, "must be at most 200"))
    .default(50)
    .describe("Maximum problems."),
  after: problemIdSchema.optional().describe("The `next` of the page before."),
});

const noteField = z
  .string()
  .trim()
  .max(NOTE_MAX, `must have at most ${NOTE_MAX} characters`)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), {
    error: "must not contain NUL characters or unpaired surrogates",
  })
  .default("")
  .describe("Why, for the history.");

const linkField = fixLinkSchema.describe(
  "What is to fix it. When that version becomes production, or that experiment is promoted, the fix counts as shipped.",
);

const step = <const Name extends string, Fields extends z.ZodRawShape>(name: Name, fields: Fields) =>
  z.strictObject({ step: z.literal(name).describe("What is done."), ...fields, note: noteField });

/** A step that somebody takes. */
export const problemStepSchema = z.discriminatedUnion("step", [
  step("start", {
    owner: idSchema.optional().describe("Who works on it. You, unless somebody else is named."),
    link: linkField.optional(),
  }),
  step("link", { link: linkField }),
  step("stop", {}),
  step("ship", {}),
  step("snooze", { until: momentSchema.describe("Until when it is not shown.") }),
  step("reopen", {}),
]);

/** A step that somebody takes. */
export type SentProblemStep = z.output<typeof problemStepSchema>;
