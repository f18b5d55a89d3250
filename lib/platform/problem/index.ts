export { databaseAway, isDatabaseAway } from "./database-away.ts";
export { fieldErrors } from "./field-errors.ts";
export { type FieldError, Problem, type ProblemBody, type ProblemCode, problemKinds } from "./problem.ts";
export { unfit } from "./unfit.ts";
