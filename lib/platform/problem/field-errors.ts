import "./field-messages.ts";
import type { z } from "zod";
import type { FieldError } from "./problem.ts";

/** Most faults that are named, and most characters of a path: an answer must not outgrow the body that it refuses. */
const NAMED = 20;
const PATH_MAX = 200;

/** The faults that zod found, one entry a field; an unknown field is named itself. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const found = allErrors(error);
  if (found.length <= NAMED) return found;
  const more = { path: "(body)", message: `has ${found.length - NAMED} more faults` };
  return [...found.slice(0, NAMED), more];
}

function allErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: path([...issue.path, key]), message: "is not a known field" }));
    }
    return [{ path: path(issue.path), message: issue.message }];
  });
}

/** "a.0.b", or "(body)" for the whole. */
function path(parts: PropertyKey[]): string {
  const whole = parts.length === 0 ? "(body)" : parts.map(String).join(".");
  return whole.length <= PATH_MAX ? whole : `${whole.slice(0, PATH_MAX)}…`;
}
