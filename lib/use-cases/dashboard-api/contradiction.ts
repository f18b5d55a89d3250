import { Problem } from "#lib/platform/problem/index.ts";

/** The refusal of a parameter that cannot stand beside the others, in the form of one that does not fit by itself. */
export const contradiction = (path: string, message: string): Problem =>
  new Problem("invalid_query", `${path}: ${message}`, { errors: [{ path, message }] });
