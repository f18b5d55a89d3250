import type { RedactionKind } from "#lib/domain/redaction.ts";
import { findApiKeys } from "./finders/find-api-keys.ts";
import { findCards } from "./finders/find-cards.ts";
import { findEmails } from "./finders/find-emails.ts";
import { findIbans } from "./finders/find-ibans.ts";
import { findIps } from "./finders/find-ips.ts";
import { findSpelledEmails, mayHaveEncodedAt } from "./finders/find-spelled-emails.ts";
import { findSsns } from "./finders/find-ssns.ts";
import { findPhones } from "./phones/find-phones.ts";
import { placeholderNames } from "./placeholders.ts";
import { resolveOverlaps } from "./resolve-overlaps.ts";
import type { Find, Finder, Span } from "./span.ts";
import { type TextTraits, textTraits } from "./text-traits.ts";

/**
 * Look-alike characters: digits of other scripts, full-width forms, spaces, dashes and invisible characters.
 */
const LOOK_ALIKE =
  /[\u00a0\u00ad\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u2000-\u200a\u200b-\u200f\u2010-\u2015\u202a-\u202e\u202f\u205f\u2060-\u2064\u2066-\u206f\u2212\u3000\ufe58\ufe63\ufeff\uff01-\uff5e]/g;

/**
 * Replaces every look-alike by its plain character, so that "４１１１ １１１１" is found as a reader would read it.
 * Positions stay the same.
 */
const foldText = (text: string): string => text.replace(LOOK_ALIKE, plain);

/** The zero of each script's ten digits. */
const ZEROS = [0x660, 0x6f0, 0x966];

/** Dashes and invisible characters: a dash can be part of any number, name or key. */
const DASHES = new Set([
  ...[
    0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2061, 0x2062,
    0x2063, 0x2064,
  ],
  ...[0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x206b, 0x206c, 0x206d, 0x206e, 0x206f],
  0x2010,
  0x2011,
  0x2012,
  0x2013,
  0x2014,
  0x2015,
  0x2060,
  0x2212,
  0xfe58,
  0xfe63,
  0xfeff,
]);

function plain(character: string): string {
  const code = character.charCodeAt(0);
  if (DASHES.has(code)) return "-";
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? " " : String(code - zero);
}

/** A finder, the name that replaces its finds, and a cheap check whether a text can contain any. */
export interface NamedFinder {
  name: string;
  find: Finder;
  isWorth(traits: TextTraits, text: string): boolean;
}

const mayBeSpelled = ({ hasAt, hasBracket }: TextTraits, text: string): boolean =>
  mayHaveEncodedAt(text) ||
  (hasAt && text.includes(" @ ")) ||
  (hasBracket && /[([{]\s?at\s?[)\]}]/i.test(text)) ||
  / dot [a-z]/i.test(text);

/** Keys are long or contain digits; passwords can be short and occur in URLs. */
const mayHaveKeys = (
  { longestRun, longestRunWithDigit, chained, hasAt }: TextTraits,
  text: string,
): boolean =>
  longestRunWithDigit >= 15 ||
  longestRun >= 30 ||
  (longestRunWithDigit >= 8 && /[=:]/.test(text)) ||
  (hasAt && /:(?:\\?\/){2}/.test(text)) ||
  text.includes("%40") ||
  (chained > 0 && /pass|pwd/i.test(text));

/** The built-in finders, strictest first: each only searches what the ones before it left. */
const builtIn: readonly { kind: RedactionKind; find: Finder; isWorth: NamedFinder["isWorth"] }[] = [
  { kind: "api_key", find: findApiKeys, isWorth: mayHaveKeys },
  { kind: "email", find: findEmails, isWorth: ({ hasAt }) => hasAt },
  {
    kind: "email",
    find: findSpelledEmails,
    isWorth: mayBeSpelled,
  },
  { kind: "iban", find: findIbans, isWorth: ({ chained }) => chained >= 10 },
  { kind: "card", find: findCards, isWorth: ({ chained }) => chained >= 12 },
  { kind: "ssn", find: findSsns, isWorth: ({ chained }) => chained >= 9 },
  {
    kind: "ip",
    find: findIps,
    isWorth: ({ innerDots, tightColons }) => innerDots >= 3 || tightColons >= 2,
  },
  { kind: "phone", find: findPhones, isWorth: ({ chained }) => chained >= 6 },
];

/**
 * The finders of all but the skipped kinds. A project's own patterns come before phone numbers, which have
 * the loosest form.
 */
export function chooseFinders(skipped: readonly RedactionKind[], own: readonly NamedFinder[]): NamedFinder[] {
  const wanted = builtIn.filter(({ kind }) => !skipped.includes(kind));
  const named = ({ kind, ...rest }: (typeof builtIn)[number]) => ({ name: placeholderNames[kind], ...rest });
  return [
    ...wanted.filter(({ kind }) => kind !== "phone").map(named),
    ...own,
    ...wanted.filter(({ kind }) => kind === "phone").map(named),
  ];
}

/** How often to search a text at most. Each round must find something new, so nearly all texts need two. */
const ROUNDS = 4;

/** Everything these finders find in a text, in order and without overlaps. */
export function findAll(text: string, finders: readonly NamedFinder[]): Find[] {
  const traits = textTraits(text);
  const folded = traits.isWide ? foldText(text) : text;
  const worthy = worthwhile(finders, folded === text ? traits : textTraits(folded), folded);
  if (worthy.length === 0) return [];
  const names = finders.map(({ name }) => name);
  const standing = traits.hasBracket ? placeholdersIn(folded, names) : [];
  const finds = [...standing];
  let left = maskSpans(folded, standing);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = finds.length;
    for (const { name, find } of worthy) {
      const spans = find(left).filter(({ start, end }) => /[^[\]]/.test(left.slice(start, end)));
      if (spans.length === 0) continue;
      // One by one: very many arguments of one call would overflow the stack.
      for (const { start, end } of spans) finds.push({ start, end, name });
      left = maskSpans(left, spans);
    }
    if (finds.length === before) break;
  }
  if (finds.length === standing.length) return [];
  // Placeholders from before stay as they are unless they are part of a larger find.
  const untouched = new Set(standing.map(({ start, end }) => `${start} ${end}`));
  return resolveOverlaps(finds, names).filter(({ start, end }) => !untouched.has(`${start} ${end}`));
}

const worthwhile = (finders: readonly NamedFinder[], traits: TextTraits, text: string): NamedFinder[] =>
  finders.filter(({ isWorth }) => isWorth(traits, text));

/** Placeholders that the text already contains. */
const placeholdersIn = (text: string, names: readonly string[]): Find[] =>
  [...text.matchAll(/\[([A-Z0-9_]{1,40})\]/g)]
    .filter(([, name = ""]) => names.includes(name))
    .map(({ 0: match, 1: name = "", index }) => ({ start: index, end: index + match.length, name }));

/**
 * Masks these spans with brackets of the same length, which finders treat like placeholders. That is why
 * redacting twice changes nothing.
 */
function maskSpans(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    const begin = Math.max(start, from);
    if (end <= begin) continue;
    parts.push(text.slice(from, begin), "[", "]".repeat(end - begin - 1));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
