/** Consecutive digits, and how they follow the previous ones. */
export interface DigitGroup {
  digits: string;
  end: number;
  /** Where the group begins, including its "+" and "(". */
  lead: number;
  hasPlus: boolean;
  /** What separates it from the group before. */
  separator: string;
}

const between = /^(?:[-./ ]| [-/] | ?\(|-\(|\)[-./ ]?|\) - | {2}|\)\()$/;
const leadIn = /(?:(?:\+|%2B) ?\(?|\(\+?)$/i;

/**
 * The digits of a text as chains: groups with only such separators between them as people use in phone
 * numbers.
 */
export function digitChains(text: string): DigitGroup[][] {
  const chains: DigitGroup[][] = [];
  let last: DigitGroup | undefined;
  for (const { 0: digits, index: start } of text.matchAll(/(?<!%(?=2B))\d+/gi)) {
    const gap = last ? text.slice(last.end, Math.min(start, last.end + 4)) : "";
    const joins = last !== undefined && between.test(gap);
    const lead = leadIn.exec(text.slice(Math.max(last?.end ?? 0, start - 5), start))?.[0] ?? "";
    const group = {
      digits,
      end: start + digits.length,
      lead: start - lead.length,
      hasPlus: /\+|%2B/i.test(lead),
      separator: joins ? gap : "",
    };
    if (joins) chains.at(-1)?.push(group);
    else chains.push([group]);
    last = group;
  }
  return chains;
}
