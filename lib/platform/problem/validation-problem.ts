import type { z } from "zod";
import { fieldErrors } from "./field-errors.ts";
import { Problem } from "./problem.ts";

/** The refusal of what does not fit its schema; it names each field and what was wrong with it. */
export function validationProblem(error: z.ZodError, code: "invalid_body" | "invalid_query"): Problem {
  const errors = fieldErrors(error);
  return new Problem(code, errors.map(({ path, message }) => `${path}: ${message}`).join("; "), { errors });
}
