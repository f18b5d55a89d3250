/** Traits of a text that show what it can contain; read in one pass, so that most texts need no other. */
export interface TextTraits {
  /** The most digits close enough together to be one number. */
  chained: number;
  /** How many dots are between two digits. */
  innerDots: number;
  /** How many colons are directly followed by something. */
  tightColons: number;
  hasAt: boolean;
  hasBracket: boolean;
  /** Whether it contains non-ASCII characters. */
  isWide: boolean;
  /** The longest run of token characters: letters, digits, "_" and "-". */
  longestRun: number;
  /** The longest such run with a digit. */
  longestRunWithDigit: number;
}

const OTHER = 0;
const WORD = 1;
const DIGIT = 2;
const COLON = 3;
const DOT = 4;
const AT = 5;
const BRACKET = 6;

/** The largest distance between two digits of a number: an IBAN can have " WEST " in between. */
const GAP = 7;

const classes = new Uint8Array(128).map((_, code) => classOf(String.fromCharCode(code)));

function classOf(character: string): number {
  if (/\d/.test(character)) return DIGIT;
  if (/[\w-]/.test(character)) return WORD;
  if (/[[({]/.test(character)) return BRACKET;
  return ({ ":": COLON, ".": DOT, "@": AT } as Record<string, number>)[character] ?? OTHER;
}

/** Reads the traits of a text. */
export function textTraits(text: string): TextTraits {
  let [chain, chained, innerDots, tightColons, longestRun, runStart] = [0, 0, 0, 0, 0, 0];
  let longestRunWithDigit = 0;
  let [lastDigit, lastDot, lastColon] = [-GAP, -GAP, -GAP];
  let [hasAt, hasBracket, isWide] = [false, false, false];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 32 && lastColon === index - 1) tightColons += 1;
    const kind = code < 128 ? (classes[code] as number) : OTHER;
    if (kind === WORD) continue;
    if (kind === DIGIT) {
      if (lastDot === index - 1 && lastDigit === index - 2) innerDots += 1;
      chain = index - lastDigit > GAP ? 1 : chain + 1;
      if (chain > chained) chained = chain;
      lastDigit = index;
      continue;
    }
    const run = index - runStart;
    if (run > longestRun) longestRun = run;
    if (run > longestRunWithDigit && lastDigit >= runStart) longestRunWithDigit = run;
    runStart = index + 1;
    if (code >= 128) isWide = true;
    else if (kind === COLON) lastColon = index;
    else if (kind === DOT) lastDot = index;
    else if (kind === AT) hasAt = true;
    else if (kind === BRACKET) hasBracket = true;
  }
  const run = text.length - runStart;
  longestRun = Math.max(longestRun, run);
  if (lastDigit >= runStart) longestRunWithDigit = Math.max(longestRunWithDigit, run);
  return { chained, innerDots, tightColons, hasAt, hasBracket, isWide, longestRun, longestRunWithDigit };
}
