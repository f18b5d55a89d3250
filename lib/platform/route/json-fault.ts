import type { FieldError } from "#lib/platform/problem/index";

/** Most levels of arrays and objects in a body. */
const MAX_DEPTH = 20;

/** The first thing in a JSON value that PostgreSQL cannot store or that is nested too deep, by its dotted path; null when all is well. */
export function faultIn(value: unknown, path: string[] = []): FieldError | null {
  if (typeof value === "string") return textFault(value, path);
  if (typeof value !== "object" || value === null) return null;
  if (path.length >= MAX_DEPTH) return fault(path, `is nested deeper than ${MAX_DEPTH} levels`);
  for (const [key, inner] of Object.entries(value)) {
    if (key === "__proto__") return fault([...path, key], "is not a name that can be kept");
    const found = textFault(key, path) ?? faultIn(inner, [...path, key]);
    if (found) return found;
  }
  return null;
}

function textFault(text: string, path: string[]): FieldError | null {
  if (text.includes("\0")) return fault(path, "has a NUL character, which cannot be stored");
  return text.isWellFormed() ? null : fault(path, "has half of a surrogate pair, which is not text");
}

const fault = (path: string[], message: string): FieldError => ({
  path: path.join(".") || "(body)",
  message,
});
