import type { Span } from "../span.ts";

/**
 * The first digits of payment cards and their lengths. Sources: pages of the ISO/IEC 7812 registrants and
 * `credit-card-type` 10, read 2026-11-30.
 */
const issuers: readonly { prefix: RegExp; lengths: readonly number[] }[] = [
  // Visa; old and generated cards have 13 digits
  { prefix: /^4/, lengths: [13, 16, 18, 19] },
  // Mastercard
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  // American Express
  { prefix: /^3[47]/, lengths: [15] },
  // Diners Club, including its longer forms; enRoute
  { prefix: /^(?:30[0-5]|3095|36|3[89])/, lengths: [14, 15, 16, 17, 18, 19] },
  { prefix: /^(?:2014|2149)/, lengths: [15] },
  // Discover, RuPay and Troy
  { prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:60|82|9792)/, lengths: [16] },
  { prefix: /^606282/, lengths: [13, 16, 19] },
  // JCB, in both lengths
  { prefix: /^35/, lengths: [16] },
  { prefix: /^35(?:2[89]|[3-8])/, lengths: [17, 18, 19] },
  { prefix: /^(?:2131|1800)/, lengths: [15] },
  // UnionPay
  { prefix: /^(?:62|81)/, lengths: [16, 17, 18, 19] },
  // Mir, Belkart, Borica
  { prefix: /^(?:220[0-4]|9112)/, lengths: [16, 17, 18, 19] },
  { prefix: /^2205/, lengths: [16] },
  // Uzcard, Humo, Napas, GPN
  { prefix: /^(?:8600|9860|1946)/, lengths: [16] },
  { prefix: /^9704/, lengths: [16, 19] },
  // Maestro and the successors of Switch, Solo and Laser; Verve, Elo, Dankort, Cabal, Meeza
  { prefix: /^(?:50|5[6-8]|63|67)/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { prefix: /^0604/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  // AirPlus and other UATP cards; Voyager
  { prefix: /^(?:1220|1354|8699)/, lengths: [15] },
];

/** Whether an issuer uses this prefix with this length. Does not check the check digit. */
const hasIssuer = (digits: string): boolean =>
  issuers.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits));

/** Groups of digits, separated as people and forms separate them, including line breaks. */
const run = /\d+(?:(?:[ ._\u00b7-]| {2}| - |[ ]?\r?\n[ ]?|\\n)\d+)*/g;
const LONGEST = 19;
const SHORTEST = 12;

const words =
  "cards?|cc|ccn|credit|debit|visa|master ?card|amex|american express|maestro|discover|diners|jcb|union ?pay|rupay|uatp|pan(?=[\"' ]{0,2}[:=])|[a-z]{0,12}kart[aeiy]\\w{0,8}|carte|tarjeta|cart[ãa]o|carta|kaart\\w{0,8}|kort\\w{0,8}";
const wordBefore = new RegExp(
  `(?:(?<![\\p{L}\\d])(?:${words})|карт\\p{L}{0,3}|카드|カード|卡号?)(?![\\p{L}\\d])[^\\d[\\]]{0,40}$`,
  "iu",
);
const wordAfter = new RegExp(
  `^[^\\p{L}\\d\\n[\\]]{0,4}(?:(?:is|was|on|of|ist|est|es) (?:\\p{L}{1,6} ){0,2})?(?:${words}|exp(?:ires|iry|iration)?|cvv|cvc|valid thru)(?!\\p{L})`,
  "iu",
);
/**
 * Words that clearly announce a payment card; its check digit can then be wrong, because the number is
 * mistyped or made up.
 */
const statedBefore =
  /(?<![\p{L}\d])(?:(?:credit|debit|payment|bank|charge) ?cards?|cards? (?:numbers?|no|nr|num|#)|cc|visa|master ?card|amex|american express|kreditkarten?\p{L}{0,8}|tarjeta de cr[ée]dito|carte (?:bancaire|bleue|de crédit)|cartão de crédito|carta di credito)(?!\p{L})(?:[^\p{L}\d\n[\]]{0,4}(?:numbers?|no|nr|num|details?|info|is|was|of|like|ist|es|est|é|with|ending)(?!\p{L})){0,3}[^\p{L}\d[\]]{0,4}$/iu;
/** The layout in which these cards are printed. */
const printed =
  /^(?=[\d .-]{15,19}$)(?:(?:4\d|5[1-5]|2[2-7]|6\d|35)\d{2}(?:[ .-]?\d{4}){3}|3[47]\d{2}[ .-]?\d{6}[ .-]?\d{5})$/;
/** Words for other numbers of that length, of which one in ten passes the Luhn check. */
const otherNumber =
  /(?<![\p{L}\d])(?:orders?|invoices?|tickets?|cases?|ids?|isbn|ean|upc|gtin|barcode|sku|serial|tracking|parcel|shipment|imei|iccid|snowflake|timestamp|epoch|transaction|session|trace|span|request|build|version|seed|offset|bytes|population|total)(?: (?:no|nr|number|id|code|is|was))*[^\p{L}\d]{0,4}$/iu;
const NEAR = 60;

/**
 * Payment cards: 12 to 19 digits with a valid check digit that have an issuer's prefix or that a word calls a
 * card.
 */
export function findCards(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: digits, index } of text.matchAll(run)) {
    if (digits.length < SHORTEST) continue;
    const groups = [...digits.matchAll(/\d+/g)].map((group) => ({
      start: index + group.index,
      end: index + group.index + group[0].length,
      digits: group[0],
      isOnNewLine: /\n ?$/.test(digits.slice(Math.max(0, group.index - 2), group.index)),
    }));
    // In "DE00 1234 …" the digits belong to an account; digits attached to letters are part of a name.
    const isGlued = /(?<!\\)[A-Za-z]$/.test(text.slice(Math.max(0, index - 2), index));
    for (let first = 0; first < groups.length; ) {
      const count = cardAt(text, groups, first, isGlued);
      const [begin, last] = [groups[first], groups[first + count - 1]];
      if (count > 0 && begin && last) spans.push({ start: begin.start, end: last.end });
      first += Math.max(count, 1);
    }
  }
  return spans;
}

interface Group extends Span {
  digits: string;
  isOnNewLine: boolean;
}

/** How many groups from this one on form a card, as many as possible; 0 if none do. */
function cardAt(text: string, groups: readonly Group[], first: number, isGlued: boolean): number {
  let digits = "";
  let found = 0;
  let isEven = first === 0 || !isGlued;
  for (let index = first; index < groups.length; index += 1) {
    const group = groups[index] as Group;
    digits += group.digits;
    if (digits.length > LONGEST) break;
    // A column of numbers is not a card. Neither are digits with a short group before the last, unless a word
    // says so.
    isEven &&= index === first || !group.isOnNewLine;
    const written = { start: (groups[first] as Group).start, end: group.end };
    const isRight = digits.length >= SHORTEST && passesLuhn(digits);
    if (isRight ? isCard(text, written, digits, isEven) : isStatedCard(text, written, digits)) {
      found = index - first + 1;
    }
    isEven &&= group.digits.length >= 3;
  }
  return found;
}

function isCard(text: string, { start, end }: Span, digits: string, isEven: boolean): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start).replace(/\\[nrt]$/, " ");
  const isPlain = digits.length === 16 || /^3[47]/.test(digits);
  if (/\d\.$/.test(before) || (!isPlain && (/\d,$/.test(before) || otherNumber.test(before)))) return false;
  const isNamed = wordBefore.test(before) || wordAfter.test(text.slice(end, end + NEAR));
  if (isNamed) return isEven || hasIssuer(digits);
  if (!isEven || !hasIssuer(digits)) return false;
  if (/[\p{L}_]$/u.test(before) || /^[a-zA-Z_]/.test(text.slice(end, end + 1))) return false;
  const isBarcode = digits.length <= 13 && end - start === digits.length && passesBarcodeCheck(digits);
  return isPlain || !isBarcode;
}

/**
 * A number with a wrong check digit that has the layout of a card and is called one by the words before it.
 */
const isStatedCard = (text: string, { start, end }: Span, digits: string): boolean =>
  (digits.length === 15 || digits.length === 16) &&
  printed.test(text.slice(start, end)) &&
  statedBefore.test(text.slice(Math.max(0, start - NEAR), start));

/** Whether the last digit is a valid check digit (Luhn, ISO/IEC 7812). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether the last digit is a valid barcode check digit (GTIN: weights 3 and 1 from the right). */
function passesBarcodeCheck(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    sum += index % 2 === 1 ? digit * 3 : digit;
  }
  return sum % 10 === 0;
}
