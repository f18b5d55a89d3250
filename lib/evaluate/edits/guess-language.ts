/** A language of the widgets, as far as a text shows it. */
export type GuessedLanguage = "ar" | "de" | "en" | "es" | "fr" | "ja" | "pt" | "zh";

/** Frequent words that few of the others have. */
const frequent: Readonly<Record<"de" | "en" | "es" | "fr" | "pt", ReadonlySet<string>>> = {
  en: setOf("the and of to is that it for you with this are be have from your was will can not"),
  de: setOf("der die das und ist nicht ein eine zu mit sie ich den auf für von wir im dass werden haben"),
  fr: setOf("le la les des est et une pour vous nous dans que qui sur avec votre pas du au ce"),
  es: setOf("el los las una es y en que para con su por se del nos está lo como usted más"),
  pt: setOf("o os uma é e em que para com não do da seu sua você por se ao mais foi"),
};

const LETTER = /\p{L}/gu;

/** From this share of its letters on, a script tells the language. */
const MOSTLY = 0.4;

/** How many frequent words a language needs, and how many times those of the next. */
const LEAST = { words: 3, times: 1.5 };

/**
 * The language of a text: by its script, or by the frequent words of five languages; null if it is too short, mixed or
 * another language.
 */
export function guessLanguage(text: string): GuessedLanguage | null {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters === 0) return null;
  const share = (script: RegExp) => (text.match(script)?.length ?? 0) / letters;
  if (share(/\p{sc=Arabic}/gu) > MOSTLY) return "ar";
  const kana = share(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu);
  if (kana + share(/\p{sc=Han}/gu) > MOSTLY) return kana > 0.1 ? "ja" : "zh";
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const [first, second] = Object.entries(frequent)
    .map(([language, known]) => ({ language, count: words.filter((word) => known.has(word)).length }))
    .sort((one, other) => other.count - one.count);
  if (!first || !second || first.count < LEAST.words) return null;
  return first.count >= LEAST.times * second.count ? (first.language as GuessedLanguage) : null;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
