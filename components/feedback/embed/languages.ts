import type { Texts } from "../texts/texts.ts";
import { type Later, later } from "./later.ts";

type Dictionary = Partial<Texts>;

/** English is built into the widgets and needs no dictionary. */
const english: Dictionary = {};

/** A dictionary, and what all of them import. */
const fetched = (load: () => Promise<Dictionary>): Later<Dictionary> =>
  later(
    async () => (await Promise.all([load(), import("../texts/refusal-words.ts")]))[0],
    () => english,
  );

/** The dictionaries that are loaded when an element needs them, by language code. */
const dictionaries: Record<string, Later<Dictionary> | undefined> = {
  ar: fetched(async () => (await import("../texts/arabic.ts")).arabicTexts),
  de: fetched(async () => (await import("../texts/german.ts")).germanTexts),
  es: fetched(async () => (await import("../texts/spanish.ts")).spanishTexts),
  fr: fetched(async () => (await import("../texts/french.ts")).frenchTexts),
  ja: fetched(async () => (await import("../texts/japanese.ts")).japaneseTexts),
  pt: fetched(async () => (await import("../texts/portuguese.ts")).portugueseTexts),
  zh: fetched(async () => (await import("../texts/chinese.ts")).chineseTexts),
};

/**
 * The texts of the language `tag` (BCP 47); English if it is unknown or could not be loaded. undefined while
 * loading; then `onReady` is called.
 */
export function loadTexts(tag: string, onReady: () => void): Dictionary | undefined {
  const dictionary = dictionaries[tag.toLowerCase().split("-", 1)[0] ?? ""];
  return dictionary ? dictionary.ask(onReady) : english;
}
