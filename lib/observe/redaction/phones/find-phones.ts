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

/** Most groups of digits that a number is written in; where a word announces it, perhaps digit by digit. */
const MOST_GROUPS = 8;
const MOST_ANNOUNCED = 15;
const MOST_DIGITS = 17;
const FEWEST_DIGITS = 6;
/** Most digits of a number with its country, by the standard 15; of one that no plan knows, most have fewer. */
const USUAL_DIGITS = 13;

const date =
  /(?:^|\D)(?:(?:19|20)\d\d([-./ ])(?:0?[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01]|[1-9])|\d{1,2}([-./])\d{1,2}\2(?:19|20)\d\d)(?:\D|$)/;

/**
 * Phone numbers of all the world: runs of digits that are written like one (with + or 00, in a form of some region), or
 * that words call one ("phone", "reach me at", "… office"). The library's numbering plans have a say where form and
 * words leave a doubt; a number that no plan knows is one all the same if it is written as nothing else is.
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

/** Numbers in a row are parted by a space or a slash; what hangs on by a dash or dot is one number. */
const partsNumbers = (group: DigitGroup | undefined): boolean =>
  group === undefined || group.hasPlus || /^(?: | ?\/ ?| \(| {2}| - )$/.test(group.separator);

const isSpace = (group: DigitGroup | undefined): boolean => group?.separator === " ";

/** What follows by a mere space and is no number of its own makes a longer number of it: 2 345 678 901. */
const goesOnInGroups = (next: DigitGroup | undefined): boolean =>
  isSpace(next) && !next?.hasPlus && !next?.digits.startsWith("0");

/** A place where a number may begin: a group of a chain of digits. */
interface Place {
  text: string;
  chain: readonly DigitGroup[];
  first: number;
  numbers: PhoneNumbers;
  columns: PhoneColumns;
}

const leadOf = ({ chain, first }: Place): number => (chain[first] as DigitGroup).lead;

/** How many groups from this one on make a phone number; 0 where none do. */
function phoneAt(place: Place, taken: number, lastEnd: number): number {
  const { text, chain, first } = place;
  const begin = chain[first] as DigitGroup;
  if (begin.hasPlus) return withPlus(place);
  if (first > 0 && !partsNumbers(begin)) return 0;
  // Behind a number of another sort and a mere space, only what is firmly marked begins anew.
  if (first !== taken && isSpace(begin)) return marked(place);
  // Words come before the first number of a chain only.
  const cell = first === 0 ? place.columns.at(begin.lead, (chain.at(-1) as DigitGroup).end) : undefined;
  if (cell?.isPhone) return announced(place, "cell");
  const context = first === 0 ? phoneContext(text, begin.lead, cell?.line) : NO_WORDS;
  if (context.isOther || context.isMoney) return 0;
  if (context.nearness) return announced(place, context.nearness);
  // A sign before it, as Markdown and HTML have them, is no word against a number that is firmly marked.
  if (context.hasSign) return marked(place);
  const found = marked(place) || alone(place);
  return found || cell || !continues(text, lastEnd, begin.lead) ? found : announced(place, "hint");
}

const NO_WORDS: PhoneContext = { nearness: undefined, isOther: false, isMoney: false, hasSign: false };

/** Letters and digits that a number hangs on; not the rest of an escape, nor a word of small letters. */
const hangsOn = (text: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - 24), start).replace(/\\[nrt]$/, " ");
  return /[\p{L}\d_+~]$|\d[.,:/-]$/u.test(before) && !/(?:^|[^\p{L}\d_])\p{L}?\p{Ll}{2,}$/u.test(before);
};

/** What begins with a plus. Written as an international number, it is one, even if its country has not assigned it. */
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

/** What is written as nothing else is, wherever it stands. */
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

/** What words call a phone number: of any plan or none, the more freely the nearer they stand. */
function announced(place: Place, nearness: Nearness): number {
  const { text, numbers } = place;
  const lead = leadOf(place);
  const windows = windowsAt(place, MOST_ANNOUNCED).filter(({ end, count, digits }) => {
    const written = text.slice(lead, end);
    if (looksLikeAmount(written) || (digits.length <= 8 && date.test(written))) return false;
    if (nearness === "hint" && isThousands.test(written)) return false;
    // Few digits may count anything.
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

/** 1 234 567, as a large number is written. */
const isThousands = /^\d{1,2}([ .])\d{3}(?:\1\d{3})*$/;

/** A number without a word before it. */
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

/** A US postal code, which begins with a zero in the north-east. */
const isZip = /^\d{5}-\d{4}$/;

const isKnownAbroad = (digits: string, numbers: PhoneNumbers): boolean => {
  const rest = /^0(?:0|11)([1-9]\d{8,14})$/.exec(digits)?.[1];
  return rest !== undefined && numbers.isInternational(rest);
};

/**
 * Between a number that a plan knows and a longer one that is merely written so: the longer one, unless what it has more
 * is a number of its own.
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

/** The runs of whole groups that begin here and are as long as a phone number may be, the longest first. */
function windowsAt({ chain, first }: Place, most: number): Window[] {
  const windows: Window[] = [];
  let digits = "";
  for (let index = first; index < Math.min(chain.length, first + most); index += 1) {
    const group = chain[index] as DigitGroup;
    if (index > first && group.hasPlus) break;
    // "+44 (0)20": the zero is for callers at home.
    const isTrunk = group.digits === "0" && chain[first]?.hasPlus && group.separator.endsWith("(");
    if (!isTrunk) digits += group.digits;
    if (digits.length > MOST_DIGITS) break;
    if (digits.length >= FEWEST_DIGITS && partsNumbers(chain[index + 1])) {
      windows.unshift({ count: index - first + 1, digits, end: group.end });
    }
  }
  return windows;
}
