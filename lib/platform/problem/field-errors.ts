import "./field-messages.ts";
import type { z } from "zod";
import type { FieldError } from "./problem.ts";

/** Maximum number of errors listed, and maximum length of a path: a response must not outgrow the rejected body. */
const NAMED = 20;
const PATH_MAX = 200;

/** The errors found by zod, one per field; an unknown field gets its own path. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const named: FieldError[] = [];
  let found = 0;
  // Stops at the limit: a body of a megabyte may have a hundred thousand errors.
  for (const issue of error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : null;
    found += unknown?.length ?? 1;
    if (named.length === NAMED) continue;
    if (!unknown) named.push({ path: path(issue.path), message: issue.message });
    else
      for (const key of unknown.slice(0, NAMED - named.length))
        named.push({ path: path([...issue.path, key]), message: "is not a known parameter" });
  }
  if (found === named.length) return named;
  return [...named, { path: "(body)", message: `has ${found - NAMED} more errors` }];
}

/** The path as "a.0.b", or "(body)" for the root. */
function path(parts: PropertyKey[]): string {
  const whole = parts.length === 0 ? "(body)" : parts.map(String).join(".");
  return whole.length <= PATH_MAX ? whole : `${whole.slice(0, PATH_MAX)}…`;
}
