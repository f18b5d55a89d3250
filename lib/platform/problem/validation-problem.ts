import type { z } from "zod";
import { fieldErrors } from "./field-errors.ts";
import { Problem } from "./problem.ts";

/** The problem for data that fails validation, with each invalid field and what was wrong. */
export function validationProblem(error: z.ZodError, code: "invalid_body" | "invalid_query"): Problem {
  const errors = fieldErrors(error);
  return new Problem(code, errors.map(({ path, message }) => `${path}: ${message}`).join("; "), { errors });
}
