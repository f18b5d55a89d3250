/** What a text has that a find could be made of; read in one pass, so that most texts need no other. */
export interface TextTraits {
  /** How many digits. */
  digits: number;
  colons: number;
  dots: number;
  hasAt: boolean;
  hasBracket: boolean;
  /** Whether anything is outside of ASCII. */
  isWide: boolean;
  /** Most characters in a row that a token is made of: letters, digits, "_" and "-". */
  longestRun: number;
}

const DIGIT = 1;
const WORD = 2;
const COLON = 3;
const DOT = 4;
const AT = 5;
const BRACKET = 6;

const classes = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  if (/[\w-]/.test(String.fromCharCode(code))) classes[code] = WORD;
}
for (let digit = 48; digit < 58; digit += 1) classes[digit] = DIGIT;
for (const [character, kind] of [
  [":", COLON],
  [".", DOT],
  ["@", AT],
  ["[", BRACKET],
  ["(", BRACKET],
  ["{", BRACKET],
] as const) {
  classes[character.charCodeAt(0)] = kind;
}

/** Reads the traits of a text. */
export function textTraits(text: string): TextTraits {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  let isWide = false;
  let longestRun = 0;
  let runStart = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = code < 128 ? (classes[code] as number) : 0;
    if (code >= 128) isWide = true;
    if (kind === DIGIT || kind === WORD) {
      if (kind === DIGIT) counts[DIGIT] = (counts[DIGIT] as number) + 1;
      continue;
    }
    if (index - runStart > longestRun) longestRun = index - runStart;
    runStart = index + 1;
    if (kind !== 0) counts[kind] = (counts[kind] as number) + 1;
  }
  longestRun = Math.max(longestRun, text.length - runStart);
  const [, digits = 0, , colons = 0, dots = 0, ats = 0, brackets = 0] = counts;
  return { digits, colons, dots, hasAt: ats > 0, hasBracket: brackets > 0, isWide, longestRun };
}
