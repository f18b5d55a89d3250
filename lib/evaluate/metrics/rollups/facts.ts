/** What a text states that can be right or wrong, in lower case. */
export interface Facts {
  /** Its numbers (of dates and times too), links, and words with a capital that do not begin a sentence: names. */
  named: ReadonlySet<string>;
  /** These and all other words: a name is no new one where the word was there without its capital. */
  all: ReadonlySet<string>;
}

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>()"']+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/gi;

/** 1,299.50 and 12:30 are one number each. */
const NUMBER = /\p{Nd}+(?:[.,:/-]\p{Nd}+)*/gu;

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** What ends a sentence, a line or a mark of Markdown before a word: its capital says nothing then. */
const BEGINS = /(?:^|[.!?:;…\n\r>*#|"“„«(\][_-])\s*$/u;

/** The facts of a text. In German every noun has a capital: there, a noun replaced is a fact replaced. */
export function factsOf(text: string): Facts {
  const links = text.match(LINK) ?? [];
  const rest = text.replace(LINK, " ");
  const numbers = rest.match(NUMBER) ?? [];
  const words = [...rest.matchAll(WORD)];
  const names = words.filter(
    ({ 0: word, index }) => isName(word) && !BEGINS.test(rest.slice(Math.max(0, index - 8), index)),
  );
  const named = [...links, ...numbers, ...names.map(([name]) => name)].map(folded);
  return { named: new Set(named), all: new Set([...named, ...words.map(([word]) => folded(word))]) };
}

const isName = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && !PRONOUNS.has(word.split(/['’]/)[0] ?? word);

/** Words that have a capital wherever they stand. */
const PRONOUNS: ReadonlySet<string> = new Set([
  "I",
  "Sie",
  "Ihr",
  "Ihre",
  "Ihnen",
  "Ihren",
  "Ihrem",
  "Ihrer",
]);

/** A link is the same with another mark at its end. */
const folded = (fact: string): string => fact.toLowerCase().replace(/[.,;:!?]+$/, "");
