export { databaseAway, databaseFault, isDatabaseAway } from "./database-fault.ts";
export { fieldErrors } from "./field-errors.ts";
export { type FieldError, Problem, type ProblemBody, type ProblemCode, problemKinds } from "./problem.ts";
export { validationProblem } from "./validation-problem.ts";
