import type { PromptVariables } from "./prompt.ts";

/** A text in pieces: plain ones, and names of variables. */
export type CompiledText = readonly (string | { variable: string })[];

/** A variable, perhaps after a plain brace: of three braces the first is plain. */
const VARIABLE = /(\{?)\{\{\s*([A-Za-z_]\w*)\s*\}\}/y;

/**
 * Takes a template's text apart, as the server reads it: `{{name}}` is a variable, a backslash before `{{` makes it plain
 * text, and two of them there are one backslash. What is neither stays as it stands.
 */
export function compileText(text: string): CompiledText {
  const pieces: (string | { variable: string })[] = [];
  let plain = "";
  let at = 0;
  for (let open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
    let slashes = 0;
    while (open - slashes > at && text[open - slashes - 1] === "\\") slashes += 1;
    plain += text.slice(at, open - slashes) + "\\".repeat(slashes >> 1);
    VARIABLE.lastIndex = open;
    const [whole = "", brace = "", variable = ""] = (slashes % 2 === 0 && VARIABLE.exec(text)) || [];
    if (whole === "") {
      // Escaped, or no variable: one brace at a time, as the next two may be one's.
      const kept = slashes % 2 === 1 ? "{{" : "{";
      plain += kept;
      at = open + kept.length;
      continue;
    }
    plain += brace;
    if (plain !== "") pieces.push(plain);
    pieces.push({ variable });
    plain = "";
    at = open + whole.length;
  }
  plain += text.slice(at);
  if (plain !== "") pieces.push(plain);
  return pieces;
}

/**
 * Fills variables in. A value is put in as it is, whatever braces it has; a variable without one stays as it stands.
 * @param missing gets the names of those.
 */
export function fillText(text: CompiledText, variables: PromptVariables, missing: Set<string>): string {
  let filled = "";
  for (const piece of text) {
    if (typeof piece === "string") {
      filled += piece;
      continue;
    }
    const { variable } = piece;
    const value = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
    if (value === undefined || value === null) missing.add(variable);
    filled += value ?? `{{${variable}}}`;
  }
  return filled;
}
