import type { Language } from "../draft.ts";
import type { PhraseBook } from "./phrase-book.ts";
import { english } from "./support-english.ts";
import { french } from "./support-french.ts";
import { german } from "./support-german.ts";
import { spanish } from "./support-spanish.ts";

/** The phrase book of each language. */
export const phraseBooks: Readonly<Record<Language, PhraseBook>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
