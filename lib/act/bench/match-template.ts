/** A piece of what a text may look like: these very characters, or a place that holds anything. */
export type PatternPart = string | { wild: string };

/** What a text has in the places of a pattern; that it has none, or that it can be read in several ways. */
export type TemplateMatch = { values: Record<string, string> } | "none" | "several";

/**
 * Reads from a text what was put into the places of a pattern. The leftmost reading and the rightmost one are compared: if
 * they differ, nobody can tell which is meant. Linear in the text, as it comes from outside.
 */
export function matchTemplate(parts: readonly PatternPart[], text: string): TemplateMatch {
  const { literals, names } = toPattern(parts);
  const [first = "", ...rest] = literals;
  const last = rest.pop();
  if (last === undefined) return text === first ? { values: {} } : "none";
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) return "none";
  const places = leftmost(text, rest, first.length, end);
  if (!places) return "none";
  if (!isRightmost(text, rest, places, end)) return "several";
  const values: Record<string, string> = {};
  let from = first.length;
  for (const [index, name] of names.entries()) {
    const value = text.slice(from, places[index] ?? end);
    if (Object.hasOwn(values, name) && values[name] !== value) return "none";
    values[name] = value;
    from = (places[index] ?? end) + (rest[index]?.length ?? 0);
  }
  return { values };
}

/** The texts of a pattern, one more than its places, and the names of these. */
function toPattern(parts: readonly PatternPart[]): { literals: string[]; names: string[] } {
  const literals = [""];
  const names: string[] = [];
  for (const part of parts) {
    if (typeof part === "string") literals.push((literals.pop() ?? "") + part);
    else {
      names.push(part.wild);
      literals.push("");
    }
  }
  return { literals, names };
}

/** Where some texts stand one after the other, each as early as it can; null where they do not. */
function leftmost(text: string, literals: readonly string[], start: number, end: number): number[] | null {
  const places: number[] = [];
  let from = start;
  for (const literal of literals) {
    const at = text.indexOf(literal, from);
    if (at < 0 || at + literal.length > end) return null;
    places.push(at);
    from = at + literal.length;
  }
  return places;
}

/** Whether each of these places is also as late as it can be. */
function isRightmost(
  text: string,
  literals: readonly string[],
  places: readonly number[],
  end: number,
): boolean {
  let until = end;
  for (const [index, literal] of [...literals.entries()].reverse()) {
    const at = text.lastIndexOf(literal, until - literal.length);
    if (at !== places[index]) return false;
    until = at;
  }
  return true;
}
