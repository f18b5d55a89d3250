export { type Budget, offThread, type Work } from "./off-thread.ts";
export { turns } from "./turns.ts";
export { WorkFailed, type WorkProblem } from "./work-failed.ts";
