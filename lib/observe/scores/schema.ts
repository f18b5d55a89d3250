import { z } from "zod";
import { idSchema, nullsAbsent } from "#lib/domain/fields.ts";
import {
  type ScoreDefinition,
  scoreDirectionSchema,
  scoreNumberSchema,
  scoreTypeSchema,
} from "#lib/domain/score.ts";
import { LABELS_MAX } from "./fit-score.ts";

const UNBOUNDED = "unbounded if absent. Publishable keys can only send numbers with both bounds";

const definitionObjectSchema = z
  .strictObject({
    type: scoreTypeSchema.describe("The type of the values."),
    min: scoreNumberSchema.optional().describe(`For numbers: the minimum; ${UNBOUNDED}.`),
    max: scoreNumberSchema.optional().describe(`For numbers: the maximum; ${UNBOUNDED}.`),
    labels: z
      .array(idSchema)
      .max(LABELS_MAX, `must contain at most ${LABELS_MAX} labels`)
      .optional()
      .transform((labels) => [...new Set(labels ?? [])])
      .describe("For categories: the labels in order, worst first if the score has a direction."),
    direction: scoreDirectionSchema
      .default("none")
      .describe("Which end of the scale is better. For booleans, `higher` means true is better."),
  })
  .superRefine((body, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (body.type === "category" && body.labels.length === 0)
      fault("labels", "is required for category scores");
    if (body.type !== "category" && body.labels.length > 0)
      fault("labels", `is only allowed for category scores, not for ${body.type}`);
    for (const path of ["min", "max"] as const)
      if (body.type !== "number" && body[path] !== undefined)
        fault(path, `is only allowed for number scores, not for ${body.type}`);
    if (body.min !== undefined && body.max !== undefined && body.min >= body.max)
      fault("max", "must be greater than min");
  })
  .meta({ id: "ScoreDeclaration" });

/** The request body that defines a score, or confirms a learned one. */
export const declareScoreSchema = nullsAbsent(definitionObjectSchema);

/** A score as defined by its project. */
export type ScoreDeclaration = z.output<typeof declareScoreSchema>;

/** Path parameters of a score. */
export const scoreParamsSchema = z.object({ name: idSchema.describe("The score's name.") });

/** Path parameters of a score on a dashboard route. */
export const projectScoreParamsSchema = scoreParamsSchema.extend({ project_id: z.uuid() });

/** A score in API responses. */
export const scoreDefinitionSchema = z
  .object({
    name: z.string().describe("The score's name."),
    type: scoreTypeSchema.describe("The type of the values."),
    min: z
      .number()
      .nullable()
      .describe("For numbers: the minimum. For learned scores, the lowest value received."),
    max: z
      .number()
      .nullable()
      .describe("For numbers: the maximum. For learned scores, the highest value received."),
    labels: z.array(z.string()).describe("For categories: the labels."),
    direction: scoreDirectionSchema.describe("Which end of the scale is better."),
    confirmed: z
      .boolean()
      .describe(
        "Whether the score was declared. If false, it was learned from received values and can still widen.",
      ),
  })
  .meta({ id: "Score" });

/** A project's scores, by name. */
export const scoreListSchema = z.object({ data: z.array(scoreDefinitionSchema) });

/** Converts a score to API JSON. */
export const scoreDefinitionJson = (score: ScoreDefinition): z.input<typeof scoreDefinitionSchema> => ({
  name: score.name,
  type: score.type,
  min: score.min,
  max: score.max,
  labels: [...score.labels],
  direction: score.direction,
  confirmed: score.confirmed,
});
