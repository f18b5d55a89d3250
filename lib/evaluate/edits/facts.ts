/** A kind of fact that a correction changes. */
export type FactKind = "numbers" | "dates" | "names" | "links";

/** The facts in a text, in lower case. */
interface Facts extends Record<FactKind, ReadonlySet<string>> {
  /** Facts and all other words: a name is not new if the word occurred in lower case. */
  all: ReadonlySet<string>;
}

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>()"']+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/gi;

/** 1,299.50 and 12:30 are one number each. */
const NUMBER = /\p{Nd}+(?:[.,:/-]\p{Nd}+)*/gu;

/** Numbers that are days or times of day: 2026-11-30, 30.11.2026, 11/30/26, 12:30. */
const DATE = /^\p{Nd}{1,4}([./-])\p{Nd}{1,2}\1\p{Nd}{1,4}$|^\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?$/u;

/** The number of an item of a list says where it stands, and nothing else. */
const ITEM = /^[ \t]*\d{1,9}[.)] /gm;

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** The end of a sentence or line, or Markdown, before a word: its capital then means nothing. */
const BEGINS = /(?:^|[.!?:;…\n\r>*#|"“„«(\][_-])\s*$/u;

/** The facts of a text. In German, every noun is capitalized, so replacing a noun counts as replacing a fact. */
function factsOf(text: string): Facts {
  const links = (text.match(LINK) ?? []).map(folded);
  const rest = text.replace(LINK, " ").replace(ITEM, " ");
  const numerals = (rest.match(NUMBER) ?? []).map(folded);
  const words = [...rest.matchAll(WORD)];
  const names = words
    .filter(({ 0: word, index }) => isName(word) && !BEGINS.test(rest.slice(Math.max(0, index - 8), index)))
    .map(([name]) => folded(name));
  const isDate = (numeral: string) => DATE.test(numeral);
  return {
    links: new Set(links),
    dates: new Set(numerals.filter(isDate)),
    numbers: new Set(numerals.filter((numeral) => !isDate(numeral))),
    names: new Set(names),
    all: new Set([...links, ...numerals, ...words.map(([word]) => folded(word))]),
  };
}

const isName = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && !PRONOUNS.has(word.split(/['’]/)[0] ?? word);

/** Words that are always capitalized. */
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

/** A link is the same with different punctuation at its end. */
const folded = (fact: string): string => fact.toLowerCase().replace(/[.,;:!?]+$/, "");

const KINDS: readonly FactKind[] = ["numbers", "dates", "names", "links"];

/**
 * The kinds of facts that a correction has and the answer has not, or that it lacks, unless it is shorter: what a shorter
 * text merely leaves out was not corrected.
 */
export function changedFacts(answer: string, correction: string, shorter: boolean): FactKind[] {
  const [before, after] = [factsOf(answer), factsOf(correction)];
  return KINDS.filter((kind) => {
    const brings = [...after[kind]].some((fact) => !before.all.has(fact));
    return brings || (!shorter && [...before[kind]].some((fact) => !after.all.has(fact)));
  });
}
