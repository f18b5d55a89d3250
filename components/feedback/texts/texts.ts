import type { englishTexts } from "./english/english-texts.ts";

/** The values of a dictionary, some of which can be nested dictionaries with further entries. */
type Words<Dictionary> = {
  [Key in keyof Dictionary]: Key extends "categories" | "refusals" ? Record<string, string> : Dictionary[Key];
};

/**
 * The dictionary of all widgets. `categories` and `refusals` may name further values and codes: without an entry, a
 * category is told by its value, and a refusal in the server's own words.
 */
export type Texts = Words<typeof englishTexts>;

/** The texts of one widget: its English ones with the host's overrides. A widget only includes its own. */
export function textsWith<Dictionary extends object>(
  english: Dictionary,
  overrides: Partial<Texts> = {},
): Words<Dictionary> {
  const words: Record<string, unknown> = { ...english, ...overrides };
  for (const key of ["categories", "refusals"] as const) {
    if (key in english) words[key] = { ...(english as Partial<Texts>)[key], ...overrides[key] };
  }
  return words as Words<Dictionary>;
}

/** `template` with each `{name}` replaced by its value. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The label of a category: the dictionary's, or the value made readable (`too_short` → "Too short"). */
export function categoryLabel(value: string, texts: Pick<Texts, "categories">): string {
  const known = texts.categories[value];
  if (known) return known;
  const words = value.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
