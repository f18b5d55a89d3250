import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { labelSchema, PRODUCTION, reasonSchema } from "../prompts/index.ts";

const featureSchema = idSchema
  .describe("Name of the feature, the `feature_name` of interactions.")
  .meta({ examples: ["article-summarizer"] });

const modelSchema = idSchema
  .describe("Name of the model, the `model_name` of interactions.")
  .meta({ examples: ["gpt-4o-mini"] });

const modelLabelSchema = labelSchema
  .describe("Label of a model, such as `production`.")
  .meta({ examples: [PRODUCTION] });

/** A feature in an address. */
export const featureParamsSchema = z.object({ feature: featureSchema });

/** A label of a feature in an address. */
export const modelLabelParamsSchema = featureParamsSchema.extend({ label: modelLabelSchema });

/** The same, of a project of the dashboard's. */
export const projectFeatureParamsSchema = featureParamsSchema.extend({ project_id: z.uuid() });
/** The same, of a project of the dashboard's. */
export const projectModelLabelParamsSchema = modelLabelParamsSchema.extend({ project_id: z.uuid() });

/** Which model of a feature is read. */
export const servedModelQuerySchema = z.strictObject({
  label: modelLabelSchema
    .default(PRODUCTION)
    .describe("Get the model with this label. Defaults to `production`."),
});

/** The body that moves a label. */
export const moveModelLabelSchema = z
  .strictObject({
    model_name: modelSchema
      .nullable()
      .describe("The model the label stands for from now on; null removes the label."),
    reason: reasonSchema,
    from_model: modelSchema
      .nullable()
      .optional()
      .describe("Where the label should be now, or null for nowhere. If it is elsewhere, it is not moved."),
  })
  .meta({ id: "ModelLabelChange" });

/** The body that allows a feature's production model to be switched by itself, or no longer. */
export const allowSwitchSchema = z.strictObject({
  automatic: z
    .boolean()
    .describe("Whether the production model is switched automatically once a recommendation has held."),
});
