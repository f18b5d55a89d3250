import { EDIT_KINDS, type EditKind } from "#lib/domain/edit-kind.ts";
import { splitWords } from "./edit-measure.ts";
import { changedFacts } from "./facts.ts";
import { structuresOf } from "./structures.ts";
import { countToneMarks } from "./tone-marks.ts";

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
  const facts = !sameWords && changedFacts(answer, correction, shorter).length > 0;
  const marksDiffer = countToneMarks(answer).join() !== countToneMarks(correction).join();
  const found: Record<EditKind, boolean> = {
    shorter,
    longer: isLarge && change > 0,
    facts,
    format:
      structuresOf(answer).join() !== structuresOf(correction).join() ||
      (sameWords && calm(answer) !== calm(correction)),
    tone: !facts && (marksDiffer || (!sameWords && !isLarge)),
  };
  return EDIT_KINDS.filter((kind) => found[kind]);
}

const lowerWords = (text: string): string[] => splitWords(text).map((word) => word.toLowerCase());

/** A text without its exclamation marks. */
const calm = (text: string): string => text.replaceAll("!", ".");
