import { z } from "zod";
import { labelField, labelMoveSchema } from "../prompts/index.ts";
import type { ModelLabel, ModelMove } from "./label-store.ts";

const featureField = z
  .string()
  .describe("Name of the feature.")
  .meta({ examples: ["article-summarizer"] });

/** The model of a feature as a product reads it. */
export const servedModelSchema = z
  .object({
    feature: featureField,
    label: labelField,
    model_name: z
      .string()
      .describe("The model the label stands for. Log it as `model_name`.")
      .meta({ examples: ["gpt-4o-mini"] }),
  })
  .meta({ id: "ServedModel" });

/** A label as it is answered. */
export const modelLabelSchema = z
  .object({ label: labelField, model_name: z.string().describe("The model it stands for.") })
  .meta({ id: "ModelLabel" });

/** The JSON of a label. */
export const modelLabelJson = ({ label, model }: ModelLabel): z.input<typeof modelLabelSchema> => ({
  label,
  model_name: model,
});

const moveFields = labelMoveSchema.shape;
/** A move of a model's label: one as of a prompt's, which Whetstone itself may make, too. */
const modelMoveSchema = z.object({
  id: moveFields.id,
  label: moveFields.label,
  from_model: moveFields.from_version,
  to_model: moveFields.to_version,
  moved_by: z.string().describe("Who moved it: a person, an API key, or Whetstone itself."),
  by_itself: z
    .boolean()
    .describe("Whether no person moved it, but a recommendation that held; an owner allowed that."),
  reason: moveFields.reason,
  moved_at: moveFields.moved_at,
});

/** The labels of a feature, and their moves. */
export const modelLabelsSchema = z.object({
  data: z.array(modelLabelSchema).describe("The labels, by name."),
  moves: z.array(modelMoveSchema).describe("The latest 200 moves, newest first."),
});

/** The JSON of a feature's labels and their moves. */
export const modelLabelsJson = (given: {
  labels: readonly ModelLabel[];
  moves: readonly ModelMove[];
}): z.input<typeof modelLabelsSchema> => ({
  data: given.labels.map(modelLabelJson),
  moves: given.moves.map(({ id, label, fromModel, toModel, movedBy, byItself, reason, movedAt }) => ({
    ...{ id, label, from_model: fromModel, to_model: toModel, moved_by: movedBy, by_itself: byItself },
    ...{ reason, moved_at: movedAt.toISOString() },
  })),
});
