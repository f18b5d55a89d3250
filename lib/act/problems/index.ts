export type { FoundProblem, Problem, ProblemFigures, ProblemStep, StepTaker } from "./problem.ts";
export { type LookOutcome, recordLook, type SeenAgain, takeStep } from "./record-store.ts";
export {
  findLook,
  findProblem,
  listProblems,
  listSteps,
  type ProblemLook,
} from "./store.ts";
