export {
  allowSwitch,
  featuresToSwitch,
  findPermission,
  type ModelRun,
  projectsToSwitch,
  readRuns,
  recordRun,
  type SwitchPermission,
} from "./guard-store.ts";
export {
  type FeatureMove,
  findModel,
  labelMovesSince,
  type ModelLabel,
  type ModelMove,
  modelMovesBetween,
  modelsInUse,
  moveModelLabel,
  moveModelLabelWithin,
  readModelLabels,
} from "./label-store.ts";
export {
  modelLabelJson,
  modelLabelSchema,
  modelLabelsJson,
  modelLabelsSchema,
  servedModelSchema,
} from "./reply.ts";
export {
  allowSwitchSchema,
  featureParamsSchema,
  modelLabelParamsSchema,
  moveModelLabelSchema,
  projectFeatureParamsSchema,
  projectModelLabelParamsSchema,
  servedModelQuerySchema,
} from "./schema.ts";
export { serveModel } from "./serve-model.ts";
export { forgetModels } from "./served-cache.ts";
