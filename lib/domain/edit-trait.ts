/** The parts of an answer that a correction can change. */
export type EditPart = "length" | "facts" | "format" | "tone" | "whole";

/**
 * What a correction did to an answer, in finer steps than its kind (lib/domain/edit-kind.ts), by the part that it is about.
 * `added` and `removed` are of what the answer lacked or had.
 */
export const editTraits = {
  shorter: "length",
  longer: "length",
  numbers: "facts",
  dates: "facts",
  names: "facts",
  links: "facts",
  list_added: "format",
  list_removed: "format",
  heading_added: "format",
  heading_removed: "format",
  table_added: "format",
  table_removed: "format",
  code_added: "format",
  code_removed: "format",
  bold_added: "format",
  bold_removed: "format",
  paragraphs_added: "format",
  paragraphs_removed: "format",
  greeting_added: "tone",
  greeting_removed: "tone",
  polite_added: "tone",
  polite_removed: "tone",
  hedges_added: "tone",
  hedges_removed: "tone",
  exclamation_added: "tone",
  exclamation_removed: "tone",
  more_formal: "tone",
  less_formal: "tone",
  language: "whole",
  refusal_removed: "whole",
} as const satisfies Readonly<Record<string, EditPart>>;

/** One of {@link editTraits}. */
export type EditTrait = keyof typeof editTraits;

/** All of them, by part. */
export const EDIT_TRAITS = Object.keys(editTraits) as [EditTrait, ...EditTrait[]];
