import type { FieldError } from "../problem/index.ts";

/** Most levels of arrays and objects in a body. */
const MAX_DEPTH = 20;

/** Most values in a body: a thousand events have a hundred each, and there is time for no more than this. */
const MAX_VALUES = 500_000;

/** The first thing in a JSON value that PostgreSQL cannot store, or that is too deep or too much, by its dotted path; null when all is well. */
export function faultIn(value: unknown): FieldError | null {
  const left = { values: MAX_VALUES };
  const found = search(value, 0, left);
  return found && { path: found.path.toReversed().join(".") || "(body)", message: found.message };
}

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];

/**
 * How many fields the objects of a JSON text have, counted without reading it, no further than a little beyond so many: parsing
 * a megabyte of nothing but names takes longer than others may be held up.
 */
export function countFields(json: Uint8Array, most: number): number {
  let fields = 0;
  for (let at = 0; at < json.length && fields <= most; at++) {
    const byte = json[at];
    if (byte === COLON) fields += 1;
    else if (byte === QUOTE) at = endOfText(json, at);
  }
  return fields;
}

/** Where the text that begins at a quote ends: at the first quote after it that no odd number of backslashes escapes. */
function endOfText(json: Uint8Array, start: number): number {
  for (let from = start + 1; ; ) {
    const quote = json.indexOf(QUOTE, from);
    if (quote < 0) return json.length;
    let first = quote;
    while (first > from && json[first - 1] === BACKSLASH) first -= 1;
    if ((quote - first) % 2 === 0) return quote;
    from = quote + 1;
  }
}

/** A fault, its path from the inside out: paths are made for faults only, as bodies have many values. */
interface Found {
  path: string[];
  message: string;
}

function search(value: unknown, depth: number, left: { values: number }): Found | null {
  left.values -= 1;
  if (left.values < 0) return { path: [], message: `has more than ${MAX_VALUES} values` };
  if (typeof value === "string") return textFault(value);
  if (typeof value !== "object" || value === null) return null;
  if (depth >= MAX_DEPTH) return { path: [], message: `exceeds the maximum nesting depth of ${MAX_DEPTH}` };
  for (const key of Object.keys(value)) {
    if (key === "__proto__") return { path: [key], message: "is a reserved name" };
    const named = Array.isArray(value) ? null : textFault(key);
    if (named) return named;
    const found = search((value as Record<string, unknown>)[key], depth + 1, left);
    if (found) {
      found.path.push(key);
      return found;
    }
  }
  return null;
}

function textFault(text: string): Found | null {
  if (text.includes("\0")) return { path: [], message: "must not contain NUL characters" };
  return text.isWellFormed() ? null : { path: [], message: "must not contain unpaired surrogates" };
}
