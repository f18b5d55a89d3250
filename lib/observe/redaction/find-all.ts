import type { RedactionKind } from "#lib/domain/redaction.ts";
import { findApiKeys } from "./find-api-keys.ts";
import { findCards } from "./find-cards.ts";
import { findEmails } from "./find-emails.ts";
import { findIbans } from "./find-ibans.ts";
import { findIps } from "./find-ips.ts";
import { findPhones } from "./find-phones.ts";
import { findSpelledEmails, mayHaveEncodedAt } from "./find-spelled-emails.ts";
import { findSsns } from "./find-ssns.ts";
import { foldText } from "./fold-text.ts";
import { maskSpans } from "./mask-spans.ts";
import { placeholderNames } from "./placeholders.ts";
import { resolveOverlaps } from "./resolve-overlaps.ts";
import type { Find, Finder } from "./span.ts";
import { type TextTraits, textTraits } from "./text-traits.ts";

/** One way of finding, the name that takes the place of its finds, and what a text must have to be worth the look. */
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

/** Keys are long or have digits; passwords may be short, and stand in addresses too. */
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

/** What is found by itself, the strictest first: each looks only at what those before it have left. */
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

/** The finders of these kinds, with a project's own between them and phone numbers, which have the loosest form. */
export function findersOf(skipped: readonly RedactionKind[], own: readonly NamedFinder[]): NamedFinder[] {
  const wanted = builtIn.filter(({ kind }) => !skipped.includes(kind));
  const named = ({ kind, ...rest }: (typeof builtIn)[number]) => ({ name: placeholderNames[kind], ...rest });
  return [
    ...wanted.filter(({ kind }) => kind !== "phone").map(named),
    ...own,
    ...wanted.filter(({ kind }) => kind === "phone").map(named),
  ];
}

/** Most times that a text is looked over; each must find something new, so it is twice for almost every text. */
const ROUNDS = 4;

/** Everything that these finders find in a text, in order and without overlaps. */
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
      // One by one: as arguments of one call, very many would overflow the stack.
      for (const { start, end } of spans) finds.push({ start, end, name });
      left = maskSpans(left, spans);
    }
    if (finds.length === before) break;
  }
  if (finds.length === standing.length) return [];
  // What stood there before and was not swallowed by something larger stays as it is.
  const untouched = new Set(standing.map(({ start, end }) => `${start} ${end}`));
  return resolveOverlaps(finds, names).filter(({ start, end }) => !untouched.has(`${start} ${end}`));
}

const worthwhile = (finders: readonly NamedFinder[], traits: TextTraits, text: string): NamedFinder[] =>
  finders.filter(({ isWorth }) => isWorth(traits, text));

/** Placeholders that stand in the text already. */
const placeholdersIn = (text: string, names: readonly string[]): Find[] =>
  [...text.matchAll(/\[([A-Z0-9_]{1,40})\]/g)]
    .filter(([, name = ""]) => names.includes(name))
    .map(({ 0: match, 1: name = "", index }) => ({ start: index, end: index + match.length, name }));
