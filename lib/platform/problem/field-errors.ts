import "./field-messages.ts";
import type { z } from "zod";
import type { FieldError } from "./problem.ts";

/** The faults that zod found, one entry a field; an unknown field is named itself. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: path([...issue.path, key]), message: "is not a known field" }));
    }
    return [{ path: path(issue.path), message: issue.message }];
  });
}

/** "a.0.b", or "(body)" for the whole. */
function path(parts: PropertyKey[]): string {
  return parts.length === 0 ? "(body)" : parts.map(String).join(".");
}
