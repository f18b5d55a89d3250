/**
 * How similar two questions must be for the second to be a rephrasing of the first; determined on pairs in
 * nine languages.
 */
export const REPHRASE_FROM = 0.55;

/** How many characters to compare: a long pasted document can be recognized by its beginning. */
const COMPARED = 5_000;

/** Words of scripts with spaces, and runs of Chinese and Japanese characters. */
const RUNS =
  /[\p{Script=Han}々]+|\p{Script=Hiragana}+|(?:(?![\p{Script=Han}\p{Script=Hiragana}])[\p{L}\p{M}\p{N}])+/gu;
const HAN = /^[\p{Script=Han}々]/u;
const HIRAGANA = /^\p{Script=Hiragana}/u;

/** Chinese function characters, such as 什么 and 的, which say little about the topic. */
const ASKING = "的了吗呢么是我你您请在有和就也都怎如何什这那个能可以";

/**
 * How similar two questions are, from 0 to 1: Dice's coefficient over the parts of their words, in which long
 * words count for more, because they carry the topic. Case, accents, order and punctuation do not matter.
 * Meaning is not considered: two long questions that differ only in a name are similar.
 */
export function questionSimilarity(one: string, other: string): number {
  const [ones, others] = [weighedPieces(one), weighedPieces(other)];
  let shared = 0;
  for (const [piece, weight] of ones) shared += Math.min(weight, others.get(piece) ?? 0);
  const all = sum(ones) + sum(others);
  return all === 0 ? 0 : (2 * shared) / all;
}

function weighedPieces(text: string): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const [run] of plain(text).matchAll(RUNS)) {
    for (const [piece, weight] of piecesOf([...run])) pieces.set(piece, (pieces.get(piece) ?? 0) + weight);
  }
  return pieces;
}

/**
 * A Chinese character says as much as part of a longer word, a hiragana character as much as a short word.
 */
function piecesOf(characters: string[]): [piece: string, weight: number][] {
  const [first = ""] = characters;
  if (HAN.test(first)) return characters.map((character) => [character, ASKING.includes(character) ? 1 : 8]);
  if (HIRAGANA.test(first)) return characters.map((character) => [character, 1]);
  const bounded = ["^", ...characters, "$"];
  return characters.map((_, at) => [bounded.slice(at, at + 3).join(""), characters.length]);
}

/** Without case, accents, Arabic vowel marks, and full-width or half-width differences. */
function plain(text: string): string {
  const bare = text
    .slice(0, COMPARED)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u064b-\u0652]/g, "");
  return bare.normalize("NFC").toLowerCase();
}

const sum = (pieces: Map<string, number>): number =>
  [...pieces.values()].reduce((total, weight) => total + weight, 0);
