import { Problem } from "#lib/platform/problem/index.ts";

/** The problem for a parameter that conflicts with others, in the form of a validation error. */
export const contradiction = (path: string, message: string): Problem =>
  new Problem("invalid_query", `${path}: ${message}`, { errors: [{ path, message }] });
