import "./field-messages.ts";
import type { z } from "zod";
import type { FieldError } from "./problem.ts";

/** Most faults that are named, and most characters of a path: an answer must not outgrow the body that it refuses. */
const NAMED = 20;
const PATH_MAX = 200;

/** The faults that zod found, one entry a field; an unknown field is named itself. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const named: FieldError[] = [];
  let found = 0;
  // Not one more than are named: a body of a megabyte may have a hundred thousand.
  for (const issue of error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : null;
    found += unknown?.length ?? 1;
    if (named.length === NAMED) continue;
    if (!unknown) named.push({ path: path(issue.path), message: issue.message });
    else
      for (const key of unknown.slice(0, NAMED - named.length))
        named.push({ path: path([...issue.path, key]), message: "is not a known field" });
  }
  if (found === named.length) return named;
  return [...named, { path: "(body)", message: `has ${found - NAMED} more faults` }];
}

/** "a.0.b", or "(body)" for the whole. */
function path(parts: PropertyKey[]): string {
  const whole = parts.length === 0 ? "(body)" : parts.map(String).join(".");
  return whole.length <= PATH_MAX ? whole : `${whole.slice(0, PATH_MAX)}…`;
}
