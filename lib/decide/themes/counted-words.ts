import type { GivenText } from "./given-text.ts";
import { clausesOf, languageOf, saysSomething, type Word } from "./words-of.ts";

/** An edit with more changed words than this is another text, not a change that others make, too. */
const CHANGED_MAX = 80;

/** A text as it is counted. */
export interface CountedWords {
  /** Its words that say something. */
  telling: readonly Word[];
  language: string;
}

/** The words of a text that say something, and its language; `otherwise` where it does not tell. */
export function countedOf(
  { voice, text, after = "" }: Pick<GivenText, "voice" | "text" | "after">,
  otherwise: string,
): CountedWords {
  const words = clausesOf(text).flat();
  const language = languageOf(text, words, baseOf(otherwise));
  const telling = words.filter((word) => saysSomething(word, language));
  if (voice !== "edit") return { telling, language };
  const now = clausesOf(after)
    .flat()
    .filter((word) => saysSomething(word, language));
  const changed = [...without(telling, now, "−"), ...without(now, telling, "+")];
  return { telling: changed.length > CHANGED_MAX ? [] : changed, language };
}

/** The words of a text that another has not, marked by what became of them. */
function without(words: readonly Word[], others: readonly Word[], sign: string): Word[] {
  const known = new Set(others.map(({ term }) => term));
  return words
    .filter(({ term }) => !known.has(term))
    .map(({ term, shown }) => ({ term: sign + term, shown: sign + shown }));
}

/** "de" of "de-AT". */
const baseOf = (language: string): string => language.split(/[-_]/)[0]?.toLowerCase() ?? "";
