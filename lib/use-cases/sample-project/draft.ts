import type { Random } from "./random.ts";

/** What may be wrong with a made-up answer; a rater who finds it names it by the same word. */
export type Flaw = "inaccurate" | "incomplete" | "too_long" | "off_topic" | "wrong_tone" | "formatting";

/** A piece of knowledge that was given to the model. */
export interface ContextPiece {
  id: string;
  text: string;
  source: string;
  score: number;
  content_version: string;
}

/** A task, and the answer to it with a flaw or without. The answer without is what its flawed sisters are edited into. */
export interface Draft {
  input: string;
  context?: ContextPiece[];
  answer(flaw: Flaw | null): string;
}

/** Makes up a task of one feature, in a language that it knows. */
export type Writer = (random: Random, language: Language) => Draft;

/** The languages of the made-up texts, as BCP 47. */
export type Language = "en" | "de" | "fr" | "es";

/** `template` with each `{name}` replaced by its value. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
