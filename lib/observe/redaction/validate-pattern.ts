import { RE2JS, RE2JSException } from "re2js";

/** How many instructions a pattern can compile to; the cost of a search grows with them. */
const MOST_INSTRUCTIONS = 300;

/** Texts that show whether a pattern matches the empty string. */
const SAMPLES = ["", "a", "a 1\n-"];

/**
 * Why a pattern is invalid, or null if it is valid. Patterns run on RE2 in linear time, so features that RE2
 * lacks are named in the error.
 */
export function validatePattern(pattern: string): string | null {
  if (/\(\?<?[=!]/.test(pattern)) return "uses lookaround (?=…), which is not supported";
  if (/(?:^|[^\\])(?:\\\\)*\\[1-9]/.test(pattern))
    return "uses a backreference like \\1, which is not supported";
  const compiled = compile(pattern);
  if (typeof compiled === "string") return `is not a valid regular expression (RE2 syntax): ${compiled}`;
  if (compiled.programSize() > MOST_INSTRUCTIONS) return "is too large: lower the repeat counts in {…}";
  if (SAMPLES.some((sample) => matchesNothing(compiled, sample))) {
    return "matches empty text: use + instead of *, so that it matches at least one character";
  }
  return null;
}

function compile(pattern: string): RE2JS | string {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (error instanceof RE2JSException) return error.message.replace("error parsing regexp: ", "");
    throw error;
  }
}

function matchesNothing(pattern: RE2JS, sample: string): boolean {
  const matcher = pattern.matcher(sample);
  for (let found = matcher.find(); found; found = matcher.find()) {
    if (matcher.end() === matcher.start()) return true;
  }
  return false;
}
