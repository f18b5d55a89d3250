import { EDIT_KINDS, type EditKind } from "#lib/domain/edit-kind.ts";
import { wordsOf } from "./edit-measure.ts";
import { factsOf } from "./facts.ts";
import { countToneMarks } from "./tone-marks.ts";

/** From this part of the answer's words on, more or fewer words make a correction longer or shorter. */
const LENGTH_CHANGE = 0.15;

/**
 * What a correction did to an answer, in the order of EDIT_KINDS; nothing where both are the same. Rules of thumb over
 * words and marks, the same for every language, so that they cost nothing and tell the same of the same texts:
 *
 * - `shorter`, `longer`: the number of words changed by 15 % or more.
 * - `facts`: the correction has a number, date, link or name that the answer has not, or, unless it is shorter, lacks one.
 *   What a shorter text merely leaves out was not corrected.
 * - `format`: other kinds of Markdown (headings, lists, tables, emphasis, …), or the same words with other marks or spaces
 *   between them.
 * - `tone`: the facts stay, and polite words, hedges, contractions or exclamation marks changed, or words gave way to as
 *   many others.
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

const lowerWords = (text: string): string[] => wordsOf(text).map((word) => word.toLowerCase());

/** A text without what its exclamation marks say. */
const calm = (text: string): string => text.replaceAll("!", ".");

function changesFacts(answer: string, correction: string, shorter: boolean): boolean {
  const [before, after] = [factsOf(answer), factsOf(correction)];
  const brings = [...after.named].some((fact) => !before.all.has(fact));
  const lacks = [...before.named].some((fact) => !after.all.has(fact));
  return brings || (lacks && !shorter);
}

/** Kinds of Markdown, each by what gives it away, in time that grows with the text. */
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
