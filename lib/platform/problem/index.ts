export { databaseAway, isDatabaseAway } from "./database-away.ts";
export { fieldErrors } from "./field-errors.ts";
export { type FieldError, Problem, type ProblemBody, type ProblemCode } from "./problem.ts";
export { unfit } from "./unfit.ts";
