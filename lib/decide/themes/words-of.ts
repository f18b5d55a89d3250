import { functionWords } from "./function-words.ts";

/** A word of a text. */
export interface Word {
  /** The same for all its forms: what is counted. */
  term: string;
  /** As it stands in the text. */
  shown: string;
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** What redaction put in place of personal data. */
const PLACEHOLDER = /\[[A-Z][A-Z0-9_ ]*\]/g;

/** Accents of Latin letters; the marks of other scripts make other letters. */
const ACCENTS = /[\u0300-\u036f]/g;

/** How many letters of a word distinguish it: inflection is at its end in the languages that are written with letters. */
const STEM = 6;

const LETTERS = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u;
const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;

/** What ends a part of a sentence: no phrase goes across it. */
const ENDS = /[.!?,;:()[\]"“”„«»…\n。、！？：；「」（）]+/u;

/** The words of each part of a text's sentences in their order, without numbers, in any language. */
export const clausesOf = (text: string): Word[][] =>
  text
    .replace(PLACEHOLDER, ".")
    .normalize("NFKC")
    .split(ENDS)
    .map((part) =>
      Array.from(segmenter.segment(part)).flatMap(({ segment, isWordLike }) =>
        isWordLike && /\p{L}/u.test(segment) ? splitApostrophe(segment) : [],
      ),
    )
    .filter((words) => words.length > 0);

/** "j'ai" is two words, and so is "don't", of which the second says nothing. */
const splitApostrophe = (segment: string): Word[] =>
  segment.split(/['’]/).flatMap((shown) => (shown === "" ? [] : [{ term: termOf(shown), shown }]));

function termOf(shown: string): string {
  const bare = bareOf(shown);
  if (!LETTERS.test(bare)) return bare;
  return bare.length > STEM
    ? bare.slice(0, STEM)
    : bare.length > 3
      ? bare.replace(/(?:e?s|e|n)$/u, "")
      : bare;
}

/** In lower case and without accents. */
const bareOf = (word: string): string =>
  word.toLowerCase().normalize("NFD").replace(ACCENTS, "").normalize("NFC");

/** Whether a word can say what a text is about, in a language. */
export function saysSomething({ shown }: Word, language: string): boolean {
  if (HIRAGANA.test(shown)) return false;
  if (functionWords.get(language)?.has(bareOf(shown))) return false;
  return shown.length > 1 || /\p{Script=Han}/u.test(shown);
}

const SCRIPTS: readonly [string, RegExp][] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["ko", /\p{Script=Hangul}/u],
  ["zh", /\p{Script=Han}/u],
  ["ru", /\p{Script=Cyrillic}/u],
  ["el", /\p{Script=Greek}/u],
  ["ar", /\p{Script=Arabic}/u],
  ["he", /\p{Script=Hebrew}/u],
  ["hi", /\p{Script=Devanagari}/u],
  ["th", /\p{Script=Thai}/u],
];

/**
 * The language of a text: by its script, or by the function words in it. Where these do not decide, such as in a single
 * word, it is `otherwise`.
 */
export function languageOf(text: string, words: readonly Word[], otherwise: string): string {
  const script = SCRIPTS.find(([, letters]) => letters.test(text));
  if (script) return script[0];
  const bare = words.map(({ shown }) => bareOf(shown));
  const counts = [...functionWords].map(([language, own]) => ({
    language,
    count: bare.filter((word) => own.has(word)).length,
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  const best = counts.filter(({ count }) => count === most).map(({ language }) => language);
  if (most === 0 || best.includes(otherwise)) return otherwise;
  return best[0] ?? otherwise;
}
