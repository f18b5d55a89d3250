/** A kind of Markdown. */
export type Structure = keyof typeof STRUCTURES;

/** Kinds of Markdown with their patterns, which run in linear time. */
const STRUCTURES = {
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
} as const satisfies Readonly<Record<string, RegExp>>;

const names = Object.keys(STRUCTURES) as Structure[];

/** The kinds of Markdown that a text has. */
export const structuresOf = (text: string): Structure[] =>
  names.filter((name) => STRUCTURES[name].test(text));
