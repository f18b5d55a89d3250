import type { Texts } from "../texts/texts.ts";
import type { Later } from "./later.ts";

type Dictionary = Partial<Texts>;

/** English comes with the widgets: nothing takes the place of its words. */
const english: Dictionary = {};

/** The dictionaries that are fetched when an element asks for them. */
const dictionaries: Record<string, Later<Dictionary> | undefined> = {};

/**
 * The words of the language that `tag` (BCP 47) names; English where it is not known, or its words cannot be had.
 * undefined while they are on their way; then `onReady` is called.
 */
export function wordsOf(tag: string, onReady: () => void): Dictionary | undefined {
  const dictionary = dictionaries[tag.toLowerCase().split("-", 1)[0] ?? ""];
  return dictionary ? dictionary.ask(onReady) : english;
}
