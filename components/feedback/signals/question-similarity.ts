/** How alike two questions have to be for the second to be the first in other words; found on pairs in nine languages. */
export const REPHRASE_FROM = 0.55;

/** Characters that are compared: a pasted document is no better known by its end. */
const COMPARED = 5_000;

/** Words of scripts that write spaces, and runs of the scripts of Chinese and Japanese, which do not. */
const RUNS =
  /[\p{Script=Han}々]+|\p{Script=Hiragana}+|(?:(?![\p{Script=Han}\p{Script=Hiragana}])[\p{L}\p{M}\p{N}])+/gu;
const HAN = /^[\p{Script=Han}々]/u;
const HIRAGANA = /^\p{Script=Hiragana}/u;

/** Chinese characters that mostly ask and connect, as 什么 and 的 do, and say little of what is asked for. */
const ASKING = "的了吗呢么是我你您请在有和就也都怎如何什这那个能可以";

/**
 * How alike two questions are, from 0 to 1: Dice's coefficient over the pieces of their words, where long words count
 * for more, because what is asked for stands in them. Case, accents, order and punctuation do not matter. What it
 * cannot see is meaning: two long questions that differ in a name alone are alike.
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

/** A character of Chinese says as much as a part of a longer word, one of hiragana as much as a short word. */
function piecesOf(characters: string[]): [piece: string, weight: number][] {
  const [first = ""] = characters;
  if (HAN.test(first)) return characters.map((character) => [character, ASKING.includes(character) ? 1 : 8]);
  if (HIRAGANA.test(first)) return characters.map((character) => [character, 1]);
  const bounded = ["^", ...characters, "$"];
  return characters.map((_, at) => [bounded.slice(at, at + 3).join(""), characters.length]);
}

/** Without case, accents, Arabic vowel marks, and what differs between half and full width. */
function plain(text: string): string {
  const bare = text
    .slice(0, COMPARED)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u064b-\u0652]/g, "");
  return bare.normalize("NFC").toLowerCase();
}

const sum = (pieces: Map<string, number>): number =>
  [...pieces.values()].reduce((total, weight) => total + weight, 0);
