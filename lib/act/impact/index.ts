export { type Reach, readReach } from "./complaints-store.ts";
export { draftImprovements } from "./draft-store.ts";
export type {
  Improvement,
  ImprovementSource,
  ImprovementState,
  ImprovementText,
  SilentReason,
} from "./improvement.ts";
export { markRead, type Told, tellEverybody, tellRater } from "./notice-store.ts";
export { type ImpactOutcome, readOutcome, readOutcomes } from "./outcome-store.ts";
export { applyImprovementChange } from "./publish-store.ts";
export { improvementJson, improvementSchema } from "./reply.ts";
export {
  type ImprovementChange,
  improvementChangeSchema,
  improvementParamsSchema,
  improvementsQuerySchema,
  type NewImprovement,
  newImprovementSchema,
  projectImprovementParamsSchema,
} from "./schema.ts";
export {
  claimsToWeigh,
  createImprovement,
  findImprovement,
  keepClaim,
  listImprovements,
  projectsToWeigh,
} from "./store.ts";
