import type { Span } from "../span.ts";
import { PhoneColumns } from "./phone-columns.ts";
import { continues, isNamedAfter, type Nearness, type PhoneContext, phoneContext } from "./phone-context.ts";
import { type DigitGroup, digitChains } from "./phone-groups.ts";
import { PhoneNumbers } from "./phone-numbers.ts";
import {
  allRegions,
  anyPhoneForm,
  hasCountry,
  isMarked,
  looksDialled,
  looksLikeAmount,
  phoneShapes,
} from "./phone-shapes.ts";
import { endWithExtension, goesOn, isCutShort, startsExtension } from "./phone-tail.ts";

/**
 * How many groups of digits a number can have; more if a word announces it, since it may be written digit by
 * digit.
 */
const MOST_GROUPS = 8;
const MOST_ANNOUNCED = 15;
const MOST_DIGITS = 17;
const FEWEST_DIGITS = 6;
/**
 * The standard allows 15 digits with the country code; of numbers in no numbering plan, nearly all have
 * fewer.
 */
const USUAL_DIGITS = 13;

const date =
  /(?:^|\D)(?:(?:19|20)\d\d([-./ ])(?:0?[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01]|[1-9])|\d{1,2}([-./])\d{1,2}\2(?:19|20)\d\d)(?:\D|$)/;

/**
 * Phone numbers worldwide: runs of digits that are written like one (with + or 00, or in the form of a
 * region), or that words call one ("phone", "reach me at", "… office"). The library's numbering plans decide
 * when form and words leave doubt; a number in no plan still counts if nothing else is written like it.
 */
export function findPhones(text: string): Span[] {
  const numbers = new PhoneNumbers();
  const columns = new PhoneColumns(text);
  const spans: Span[] = [];
  for (const chain of digitChains(text)) {
    if (chain.reduce((sum, { digits }) => sum + digits.length, 0) < FEWEST_DIGITS) continue;
    let taken = 0;
    for (let first = 0; first < chain.length; ) {
      const count = phoneAt({ text, chain, first, numbers, columns }, taken, spans.at(-1)?.end ?? -99);
      if (count > 0) {
        taken = first + count;
        const start = (chain[first] as DigitGroup).lead;
        spans.push({ start, end: endWithExtension(text, start, (chain[taken - 1] as DigitGroup).end) });
      }
      first += Math.max(count, 1);
    }
  }
  return spans;
}

/** Consecutive numbers are separated by a space or a slash; a hyphen or dot continues the same number. */
const partsNumbers = (group: DigitGroup | undefined): boolean =>
  group === undefined || group.hasPlus || /^(?: | ?\/ ?| \(| {2}| - )$/.test(group.separator);

const isSpace = (group: DigitGroup | undefined): boolean => group?.separator === " ";

/** Digits after a single space that are not a number of their own continue it: 2 345 678 901. */
const goesOnInGroups = (next: DigitGroup | undefined): boolean =>
  isSpace(next) && !next?.hasPlus && !next?.digits.startsWith("0");

/** A place where a number can begin: a group in a chain of digits. */
interface Place {
  text: string;
  chain: readonly DigitGroup[];
  first: number;
  numbers: PhoneNumbers;
  columns: PhoneColumns;
}

const leadOf = ({ chain, first }: Place): number => (chain[first] as DigitGroup).lead;

/** How many groups from this one on form a phone number; 0 if none do. */
function phoneAt(place: Place, taken: number, lastEnd: number): number {
  const { text, chain, first } = place;
  const begin = chain[first] as DigitGroup;
  if (begin.hasPlus) return withPlus(place);
  if (first > 0 && !partsNumbers(begin)) return 0;
  // After another kind of number and a single space, only a clearly marked number starts anew.
  if (first !== taken && isSpace(begin)) return marked(place);
  // Words only announce the first number of a chain.
  const cell = first === 0 ? place.columns.at(begin.lead, (chain.at(-1) as DigitGroup).end) : undefined;
  if (cell?.isPhone) return announced(place, "cell");
  const context = first === 0 ? phoneContext(text, begin.lead, cell?.line) : NO_WORDS;
  if (context.isOther || context.isMoney) return 0;
  if (context.nearness) return announced(place, context.nearness);
  // A symbol before it, as in Markdown and HTML, does not rule out a clearly marked number.
  if (context.hasSign) return marked(place);
  const found = marked(place) || alone(place);
  return found || cell || !continues(text, lastEnd, begin.lead) ? found : announced(place, "hint");
}

const NO_WORDS: PhoneContext = { nearness: undefined, isOther: false, isMoney: false, hasSign: false };

/**
 * Letters or digits directly before a number make it part of something else, unless they are the end of an
 * escape or a lowercase word.
 */
const hangsOn = (text: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - 24), start).replace(/\\[nrt]$/, " ");
  return /[\p{L}\d_+~]$|\d[.,:/-]$/u.test(before) && !/(?:^|[^\p{L}\d_])\p{L}?\p{Ll}{2,}$/u.test(before);
};

/** A number starting with a plus. In international form it counts even if its country has not assigned it. */
function withPlus(place: Place): number {
  const { text, numbers } = place;
  const lead = leadOf(place);
  if (hangsOn(text, lead)) return 0;
  const windows = windowsAt(place, MOST_GROUPS);
  const known = windows.find(({ digits }) => numbers.isInternational(digits));
  const written = windows.find(({ digits, end }) => {
    if (digits.length > 15 || isCutShort(text, end) || looksLikeAmount(text.slice(lead + 1, end)))
      return false;
    const isLong = digits.length >= 9;
    return isLong && hasCountry(digits) ? true : Boolean(phoneContext(text, lead).nearness);
  });
  return choose(place, known, written);
}

/** A number in a form that nothing else has, wherever it occurs. */
function marked(place: Place): number {
  const { text } = place;
  const lead = leadOf(place);
  const found = windowsAt(place, 4).find(
    ({ end, digits, count }) =>
      (isMarked(text.slice(lead, end)) ||
        (count === 1 && digits.length >= 10 && /^x\d/i.test(text.slice(end, end + 2)))) &&
      !isCutShort(text, end),
  );
  return found && !hangsOn(text, lead) ? found.count : 0;
}

/** A number announced by words, in any plan or none; the closer the words, the freer its form. */
function announced(place: Place, nearness: Nearness): number {
  const { text, numbers } = place;
  const lead = leadOf(place);
  const windows = windowsAt(place, MOST_ANNOUNCED).filter(({ end, count, digits }) => {
    const written = text.slice(lead, end);
    if (looksLikeAmount(written) || (digits.length <= 8 && date.test(written))) return false;
    if (nearness === "hint" && isThousands.test(written)) return false;
    // A few digits can count anything.
    if (nearness === "hint" ? digits.length < (count > 1 ? 7 : 9) : count === 1 && digits.length < 7)
      return false;
    return (
      nearness === "cell" ||
      !goesOn(text, end) ||
      isNamedAfter(text, end) ||
      (isMarked(written) && !isCutShort(text, end))
    );
  });
  const known = windows.find(
    ({ digits }) => isKnownAbroad(digits, numbers) || numbers.isNational(digits, allRegions),
  );
  const written = windows.find(
    ({ digits, count, end }) =>
      digits.length <= (/^0(?:0|11)/.test(digits) ? MOST_DIGITS : USUAL_DIGITS) &&
      (nearness === "label" || nearness === "cell" || count > 1 || digits.length >= 9) &&
      !date.test(text.slice(lead, end)),
  );
  return choose(place, known, written);
}

/** 1 234 567, written as a large number. */
const isThousands = /^\d{1,2}([ .])\d{3}(?:\1\d{3})*$/;

/** A number without words before it. */
function alone(place: Place): number {
  const lead = leadOf(place);
  const before = place.text.slice(Math.max(0, lead - 2), lead);
  if (/[\p{L}\d_/\\.:-]$|\d,$/u.test(before.replace(/(?<!\d):$/, ""))) return 0;
  return windowsAt(place, MOST_GROUPS).find((window) => isAlone(place, window))?.count ?? 0;
}

function isAlone(place: Place, { digits, end, count }: Window): boolean {
  const { text, chain, first, numbers } = place;
  const written = text.slice(leadOf(place), end);
  const isDate = date.test(written);
  if (isNamedAfter(text, end)) return !isDate && !looksLikeAmount(written);
  if (digits.length < 7 || goesOn(text, end) || (isDate && digits.length <= 8)) return false;
  if (isKnownAbroad(digits, numbers)) return true;
  if (isDate || isZip.test(written) || goesOnInGroups(chain[first + count])) return false;
  if (looksDialled(written) || startsExtension(text, end)) return true;
  return (
    anyPhoneForm.test(written) &&
    phoneShapes.some(({ form, regions }) => form.test(written) && numbers.isNational(digits, regions))
  );
}

/** A US ZIP code, which starts with a zero in the Northeast. */
const isZip = /^\d{5}-\d{4}$/;

const isKnownAbroad = (digits: string, numbers: PhoneNumbers): boolean => {
  const rest = /^0(?:0|11)([1-9]\d{8,14})$/.exec(digits)?.[1];
  return rest !== undefined && numbers.isInternational(rest);
};

/**
 * Decides between a number in a plan and a longer one that only has the form: the longer one, unless its
 * additional digits are a number of their own.
 */
function choose({ chain, first }: Place, known: Window | undefined, written: Window | undefined): number {
  if (!known || !written || known.count >= written.count) return (known ?? written)?.count ?? 0;
  const rest = chain.slice(first + known.count, first + written.count);
  return rest.reduce((sum, { digits }) => sum + digits.length, 0) >= FEWEST_DIGITS
    ? known.count
    : written.count;
}

interface Window {
  count: number;
  digits: string;
  end: number;
}

/** The runs of whole groups from here on that are long enough for a phone number, longest first. */
function windowsAt({ chain, first }: Place, most: number): Window[] {
  const windows: Window[] = [];
  let digits = "";
  for (let index = first; index < Math.min(chain.length, first + most); index += 1) {
    const group = chain[index] as DigitGroup;
    if (index > first && group.hasPlus) break;
    // "+44 (0)20": the zero is only dialed domestically.
    const isTrunk = group.digits === "0" && chain[first]?.hasPlus && group.separator.endsWith("(");
    if (!isTrunk) digits += group.digits;
    if (digits.length > MOST_DIGITS) break;
    if (digits.length >= FEWEST_DIGITS && partsNumbers(chain[index + 1])) {
      windows.unshift({ count: index - first + 1, digits, end: group.end });
    }
  }
  return windows;
}
