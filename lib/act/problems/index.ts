export type { FoundProblem, Problem, ProblemFigures, ProblemStep, StepTaker } from "./problem.ts";
export { type LookOutcome, recordLook, type SeenAgain, shipLinked, takeStep } from "./record-store.ts";
export {
  problemParamsSchema,
  problemQuerySchema,
  problemStepSchema,
  projectProblemParamsSchema,
  type SentProblemStep,
} from "./schema.ts";
export {
  countProblems,
  everyProblem,
  findLook,
  findProblem,
  findProblems,
  listLives,
  listProblems,
  listSteps,
  lookedSince,
  type ProblemLife,
  type ProblemLook,
  projectsWithSnoozeOver,
} from "./store.ts";
