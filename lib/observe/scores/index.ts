export { declareScore, deleteScore } from "./declare-score-store.ts";
export { isScoreFault, type ScoreFault } from "./fit-score.ts";
export { fitScores } from "./fit-scores-store.ts";
export {
  declareScoreSchema,
  projectScoreParamsSchema,
  type ScoreDeclaration,
  scoreDefinitionJson,
  scoreDefinitionSchema,
  scoreListSchema,
  scoreParamsSchema,
} from "./schema.ts";
export { listScores } from "./store.ts";
