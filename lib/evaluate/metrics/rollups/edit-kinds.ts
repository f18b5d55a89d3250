import { EDIT_KINDS, type EditKind } from "#lib/domain/edit-kind.ts";
import { splitWords } from "./edit-measure.ts";
import { countToneMarks } from "./tone-marks.ts";

/** The facts in a text, in lower case. */
interface Facts {
  /** Its numbers (also in dates and times), links, and capitalized words that do not start a sentence (names). */
  named: ReadonlySet<string>;
  /** Facts and all other words: a name is not new if the word occurred in lower case. */
  all: ReadonlySet<string>;
}

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>()"']+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/gi;

/** 1,299.50 and 12:30 are one number each. */
const NUMBER = /\p{Nd}+(?:[.,:/-]\p{Nd}+)*/gu;

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** The end of a sentence or line, or Markdown, before a word: its capital then means nothing. */
const BEGINS = /(?:^|[.!?:;…\n\r>*#|"“„«(\][_-])\s*$/u;

/** The facts of a text. In German, every noun is capitalized, so replacing a noun counts as replacing a fact. */
function factsOf(text: string): Facts {
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

/** From this relative change in the number of words, a correction counts as longer or shorter. */
const LENGTH_CHANGE = 0.15;

/**
 * The kinds of a correction, in the order of EDIT_KINDS; empty if both texts are the same. Heuristics on words and
 * punctuation for all languages, so that they are cheap and deterministic:
 *
 * - `shorter`, `longer`: the number of words changed by 15 % or more.
 * - `facts`: the correction has a number, date, link or name that the answer has not, or, unless it is shorter, lacks
 *   one. What a shorter text merely leaves out was not corrected.
 * - `format`: other kinds of Markdown (headings, lists, tables, emphasis, …), or the same words with other marks or
 *   spaces between them.
 * - `tone`: the facts stay, and polite words, hedges, contractions or exclamation marks changed, or words gave way to
 *   as many others.
 */
export function editKinds(answer: string, correction: string): EditKind[] {
  if (answer === correction) return [];
  const [before, after] = [lowerWords(answer), lowerWords(correction)];
  const sameWords = before.join(" ") === after.join(" ");
  const change = after.length - before.length;
  const isLarge = Math.abs(change) >= LENGTH_CHANGE * before.length && change !== 0;
  const shorter = isLarge && change < 0;
  const facts = !sameWords && changesFacts(answer, correction, shorter);
  const marksDiffer = countToneMarks(answer).join() !== countToneMarks(correction).join();
  const found: Record<EditKind, boolean> = {
    shorter,
    longer: isLarge && change > 0,
    facts,
    format:
      structuresOf(answer) !== structuresOf(correction) || (sameWords && calm(answer) !== calm(correction)),
    tone: !facts && (marksDiffer || (!sameWords && !isLarge)),
  };
  return EDIT_KINDS.filter((kind) => found[kind]);
}

const lowerWords = (text: string): string[] => splitWords(text).map((word) => word.toLowerCase());

/** A text without its exclamation marks. */
const calm = (text: string): string => text.replaceAll("!", ".");

function changesFacts(answer: string, correction: string, shorter: boolean): boolean {
  const [before, after] = [factsOf(answer), factsOf(correction)];
  const brings = [...after.named].some((fact) => !before.all.has(fact));
  const lacks = [...before.named].some((fact) => !after.all.has(fact));
  return brings || (lacks && !shorter);
}

/** Kinds of Markdown with their patterns, which run in linear time. */
const STRUCTURES: Readonly<Record<string, RegExp>> = {
  heading: /^ {0,3}#{1,6} /m,
  bullets: /^[ \t]*[-*+] /m,
  numbers: /^[ \t]*\d{1,9}[.)] /m,
  quote: /^ {0,3}> /m,
  fence: /^ {0,3}(```|~~~)/m,
  table: /^ *\|.*\| *$/m,
  bold: /\*\*[^*\n]+\*\*|__[^_\n]+__/,
  code: /`[^`\n]+`/,
  link: /\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)/,
  paragraphs: /\S[^\S\n]*\n[^\S\n]*\n\s*\S/,
};

const structuresOf = (text: string): string =>
  Object.keys(STRUCTURES)
    .filter((name) => STRUCTURES[name]?.test(text))
    .join();
