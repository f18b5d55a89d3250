import { passesLuhn } from "./luhn.ts";
import type { Span } from "./span.ts";

/** The issuers' first digits, each with the lengths that they give out. */
const issuers: readonly { prefix: RegExp; lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 18, 19] },
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^(?:30[0-5]|3095|36|3[89])/, lengths: [14, 15, 16, 17, 18, 19] },
  { prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  { prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:62|81)/, lengths: [16, 17, 18, 19] },
  { prefix: /^220[0-4]/, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:60|82|508|9792)/, lengths: [16] },
  { prefix: /^(?:50|5[6-8]|63|67)/, lengths: [13, 14, 15, 16, 17, 18, 19] },
];

const run = /\d{3,}(?:[ .-]\d+)*/g;
const LONGEST = 19;
const SHORTEST = 13;

/** Payment cards: 13 to 19 digits of a known issuer whose check digit is right, in groups of at least three or none. */
export function findCards(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: digits, index } of text.matchAll(run)) {
    if (digits.length < SHORTEST || isPartOfWord(text, index, index + digits.length)) continue;
    const groups = [...digits.matchAll(/\d+/g)].map((group) => ({ at: group.index, digits: group[0] }));
    for (let first = 0; first < groups.length; ) {
      const count = cardAt(groups, first);
      const last = groups[first + count - 1];
      const begin = groups[first];
      if (count > 0 && last && begin) {
        spans.push({ start: index + begin.at, end: index + last.at + last.digits.length });
      }
      first += Math.max(count, 1);
    }
  }
  return spans;
}

interface Group {
  at: number;
  digits: string;
}

/** How many groups from this one on make a card, as many as can; 0 where none do. */
function cardAt(groups: readonly Group[], first: number): number {
  let digits = "";
  let found = 0;
  for (let index = first; index < groups.length; index += 1) {
    const group = groups[index] as Group;
    digits += group.digits;
    if (digits.length > LONGEST) break;
    if (isCard(digits)) found = index - first + 1;
    // Only the last group of a card may be shorter.
    if (group.digits.length < 3) break;
  }
  return found;
}

const isCard = (digits: string): boolean =>
  digits.length >= SHORTEST &&
  issuers.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits)) &&
  passesLuhn(digits);

/** A run inside a word, a hash or a decimal number is no card. */
const isPartOfWord = (text: string, start: number, end: number): boolean =>
  /[\p{L}_]$|\d[.,]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
  /^[a-zA-Z_]/.test(text.slice(end, end + 1));
