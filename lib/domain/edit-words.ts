import type { EditKind } from "./edit-kind.ts";
import type { EditTrait } from "./edit-trait.ts";

/** The kinds of edits as a table lists them. */
export const editKindWords: Readonly<Record<EditKind, { name: string; means: string }>> = {
  shorter: { name: "Shorter", means: "at least 15% fewer words" },
  longer: { name: "Longer", means: "at least 15% more words" },
  facts: { name: "Facts", means: "numbers, names or links changed" },
  format: { name: "Format", means: "lists, headings, formatting" },
  tone: { name: "Tone", means: "politeness, hedging, style" },
};

/** What edits do in detail, as a table lists it. */
export const editTraitWords: Readonly<Record<EditTrait, string>> = {
  shorter: "Shorter by 15% and more",
  longer: "Longer by 15% and more",
  numbers: "Numbers changed",
  dates: "Dates or times changed",
  names: "Names changed",
  links: "Links changed",
  list_added: "Made a list",
  list_removed: "List taken out",
  heading_added: "Headings added",
  heading_removed: "Headings taken out",
  table_added: "Made a table",
  table_removed: "Table taken out",
  code_added: "Code marked",
  code_removed: "Code marks taken out",
  bold_added: "Bold type added",
  bold_removed: "Bold type taken out",
  paragraphs_added: "Broken into paragraphs",
  paragraphs_removed: "Made one paragraph",
  greeting_added: "Greeting added",
  greeting_removed: "Greeting taken out",
  polite_added: "More polite words",
  polite_removed: "Fewer polite words",
  hedges_added: "More hedges",
  hedges_removed: "Fewer hedges",
  exclamation_added: "More exclamation marks",
  exclamation_removed: "Fewer exclamation marks",
  more_formal: "Address made formal",
  less_formal: "Address made informal",
  language: "Another language",
  refusal_removed: "Refusal replaced",
};
