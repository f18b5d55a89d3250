import { phoneContext } from "./phone-context.ts";
import { type DigitGroup, digitChains } from "./phone-groups.ts";
import { PhoneNumbers } from "./phone-numbers.ts";
import { allRegions, anyPhoneForm, phoneShapes } from "./phone-shapes.ts";
import type { Span } from "./span.ts";

/** Most groups of digits that a number is written in; where a word announces it, perhaps digit by digit. */
const MOST_GROUPS = 8;
const MOST_ANNOUNCED = 15;
const MOST_DIGITS = 17;
const FEWEST_DIGITS = 7;

const date =
  /(?:^|\D)(?:(?:19|20)\d\d([-./ ])(?:0?[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01]|[1-9])|\d{1,2}([-./])\d{1,2}\2(?:19|20)\d\d)(?:\D|$)/;
const extension = /,? ?(?:ext(?:ension|n)?\.?:? ?|x ?|# ?|durchwahl )\d{1,6}(?!\d)/iy;

/**
 * Phone numbers of all the world: runs of digits that are written like one (with + or 00, in a form of some region, or
 * beside a word like "phone"), and that the library knows as assigned there.
 */
export function findPhones(text: string): Span[] {
  const numbers = new PhoneNumbers();
  const spans: Span[] = [];
  for (const chain of digitChains(text)) {
    if (chain.reduce((sum, { digits }) => sum + digits.length, 0) < FEWEST_DIGITS) continue;
    let taken = 0;
    for (let first = 0; first < chain.length; ) {
      const count = canBegin(chain, first, taken) ? phoneAt(text, chain, first, numbers) : 0;
      if (count > 0) {
        taken = first + count;
        const start = (chain[first] as DigitGroup).lead;
        spans.push({ start, end: endOf(text, start, (chain[taken - 1] as DigitGroup).end) });
      }
      first += Math.max(count, 1);
    }
  }
  return spans;
}

/** Numbers in a row are parted by a space or a slash; what hangs on by a dash or dot is one number. */
const partsNumbers = (group: DigitGroup | undefined): boolean =>
  group === undefined || group.hasPlus || /^(?: | ?\/ ?| \(| {2}| - )$/.test(group.separator);

/** A number begins where digits do, with a plus, behind a mark, or right behind another phone number. */
const canBegin = (chain: readonly DigitGroup[], first: number, taken: number): boolean =>
  first === 0 ||
  chain[first]?.hasPlus === true ||
  (partsNumbers(chain[first]) && (first === taken || !isSpace(chain[first])));

const isSpace = (group: DigitGroup | undefined): boolean => group?.separator === " ";

/** What follows by a mere space and is no number of its own makes a longer number of it: 2 345 678 901. */
const goesOnInGroups = (next: DigitGroup | undefined): boolean =>
  isSpace(next) && !next?.hasPlus && !next?.digits.startsWith("0");

/** How many groups from this one on make a phone number, as many as can; 0 where none do. */
function phoneAt(text: string, chain: readonly DigitGroup[], first: number, numbers: PhoneNumbers): number {
  const begin = chain[first] as DigitGroup;
  const before = text.slice(Math.max(0, begin.lead - 2), begin.lead);
  if (begin.hasPlus) {
    if (/[\p{L}\d_]$/u.test(before)) return 0;
    return longest(windowsAt(chain, first, MOST_GROUPS), ({ digits }) => numbers.isInternational(digits));
  }
  // Words come before the first number of a chain only.
  const context = first === 0 ? phoneContext(text, begin.lead) : NO_WORDS;
  if (
    context.denied ||
    (!context.announced && /[\p{L}\d_/\\.:-]$|\d,$/u.test(before.replace(/(?<!\d):$/, "")))
  )
    return 0;
  const windows = windowsAt(chain, first, context.announced ? MOST_ANNOUNCED : MOST_GROUPS);
  return longest(windows, ({ digits, end, count }) => {
    const written = text.slice(begin.lead, end);
    const abroad = /^0(?:0|11)([1-9]\d{8,14})$/.exec(digits)?.[1];
    const hasForm = anyPhoneForm.test(written);
    if (!(hasForm || abroad || context.announced) || goesOn(text, end)) return false;
    if (abroad && numbers.isInternational(abroad)) return true;
    const isDate = date.test(written);
    if (isDate && digits.length <= 8) return false;
    if (context.announced && numbers.isNational(digits, allRegions)) return true;
    if (!hasForm || goesOnInGroups(chain[first + count]) || isDate) return false;
    return phoneShapes.some(({ form, regions }) => form.test(written) && numbers.isNational(digits, regions));
  });
}

const NO_WORDS = { announced: false, denied: false };

interface Window {
  count: number;
  digits: string;
  end: number;
}

/** The runs of whole groups that begin here and are as long as a phone number may be, the longest first. */
function windowsAt(chain: readonly DigitGroup[], first: number, most: number): Window[] {
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

const longest = (windows: readonly Window[], isPhone: (window: Window) => boolean): number =>
  windows.find(isPhone)?.count ?? 0;

/** What follows makes it part of a word, a larger number or an amount. */
const goesOn = (text: string, end: number): boolean =>
  /^(?:[\p{L}_%°€$£@=]|[.,:]\d|-\w| ?(?:%|€|usd|eur|°)(?!\p{L}))/iu.test(text.slice(end, end + 5)) &&
  !startsExtension(text, end);

function startsExtension(text: string, end: number): boolean {
  extension.lastIndex = end;
  return extension.test(text);
}

/** The end of a number with its opening bracket's other half and its extension. */
function endOf(text: string, start: number, end: number): number {
  const closes = text[start] === "(" && text[end] === ")" && !text.slice(start, end).includes(")");
  const last = closes ? end + 1 : end;
  return startsExtension(text, last) ? extension.lastIndex : last;
}
