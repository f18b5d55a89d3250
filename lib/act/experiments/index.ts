export { type ArmDay, readArmDays } from "./arm-days-store.ts";
export { type Baseline, readBaseline } from "./baseline-store.ts";
export { type Complaints, readComplaints } from "./complaints-store.ts";
export {
  countExposures,
  countRecentExposures,
  holdExperiments,
  projectsWithExposures,
  recountExposures,
} from "./count-store.ts";
export { dealtWeight, type Experiment } from "./experiment.ts";
export { flagJson, flagListSchema } from "./flags.ts";
export type { ExperimentStep } from "./next-state.ts";
export {
  experimentDetailJson,
  experimentDetailSchema,
  experimentJson,
  experimentListSchema,
  experimentSchema,
} from "./reply.ts";
export {
  armParamsSchema,
  experimentChangeSchema,
  experimentParamsSchema,
  experimentQuerySchema,
  newExperimentSchema,
  promoteSchema,
  stepSchema,
} from "./schema.ts";
export {
  changeExperiment,
  createExperiment,
  findExperiment,
  listExperiments,
  listFlags,
  listModelExperiments,
  listTransitions,
  type ModelExperiment,
  runningExperiment,
} from "./store.ts";
export {
  type ArmUserSums,
  readArmSums,
  readUncounted,
  type Uncounted,
} from "./sums-store.ts";
export { pauseArm, projectsToGuard, resumeArm, stepExperiment } from "./transition-store.ts";
