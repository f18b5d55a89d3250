import { z } from "zod";
import { idSchema, nullsAbsent } from "#lib/domain/fields.ts";
import { type ScoreDefinition, scoreDirectionSchema, scoreTypeSchema } from "#lib/domain/score.ts";
import { LABELS_MAX } from "./fit-score.ts";

const bound = z.number().min(-1e12, "is too small").max(1e12, "is too large");

const UNBOUNDED = "no bound where absent; publishable keys may send numbers that have both bounds only";

const definitionObjectSchema = z
  .strictObject({
    type: scoreTypeSchema.describe("What its values are."),
    min: bound.optional().describe(`Of a number: its lowest value; ${UNBOUNDED}.`),
    max: bound.optional().describe(`Of a number: its highest value; ${UNBOUNDED}.`),
    labels: z
      .array(idSchema)
      .max(LABELS_MAX, `must have at most ${LABELS_MAX} labels`)
      .optional()
      .transform((labels) => [...new Set(labels ?? [])])
      .describe("Of a category: its labels in their order, the worst first where it has a direction."),
    direction: scoreDirectionSchema
      .default("none")
      .describe("Which end is the good one; of a boolean, `higher` says that true is."),
  })
  .superRefine((body, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (body.type === "category" && body.labels.length === 0) fault("labels", "is required for a category");
    if (body.type !== "category" && body.labels.length > 0)
      fault("labels", `belongs to a category, not to a ${body.type}`);
    for (const path of ["min", "max"] as const)
      if (body.type !== "number" && body[path] !== undefined)
        fault(path, `belongs to a number, not to a ${body.type}`);
    if (body.min !== undefined && body.max !== undefined && body.min >= body.max)
      fault("max", "must be greater than min");
  })
  .meta({ id: "ScoreDeclaration" });

/** The body that declares a score, or confirms a learned one. */
export const declareScoreSchema = nullsAbsent(definitionObjectSchema);

/** A score as its project declares it. */
export type ScoreDeclaration = z.output<typeof declareScoreSchema>;

/** A score in an address. */
export const scoreParamsSchema = z.object({ name: idSchema.describe("The name of the score.") });

/** The same, of a project of the dashboard's. */
export const projectScoreParamsSchema = scoreParamsSchema.extend({ project_id: z.uuid() });

/** A score of a project. */
export const scoreDefinitionSchema = z
  .object({
    name: z.string().describe("The name of the score."),
    type: scoreTypeSchema.describe("What its values are."),
    min: z
      .number()
      .nullable()
      .describe("Of a number: its lowest value; of a learned one the lowest that came."),
    max: z
      .number()
      .nullable()
      .describe("Of a number: its highest value; of a learned one the highest that came."),
    labels: z.array(z.string()).describe("Of a category: its labels."),
    direction: scoreDirectionSchema.describe("Which end is the good one."),
    confirmed: z
      .boolean()
      .describe(
        "Whether it was declared; else it was learned from the values that came and may still widen.",
      ),
  })
  .meta({ id: "Score" });

/** The scores of a project, by name. */
export const scoreListSchema = z.object({ data: z.array(scoreDefinitionSchema) });

/** The JSON of a score. */
export const scoreDefinitionJson = (score: ScoreDefinition): z.input<typeof scoreDefinitionSchema> => ({
  name: score.name,
  type: score.type,
  min: score.min,
  max: score.max,
  labels: [...score.labels],
  direction: score.direction,
  confirmed: score.confirmed,
});
