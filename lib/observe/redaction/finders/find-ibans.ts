import type { Span } from "../span.ts";
import { ibanLengths } from "./iban-lengths.ts";

const beginning = /(?<![a-z0-9])[a-z]{2}[ -]?(?!0[01]|99)\d{2}(?=[\s.-]{0,2}[a-z0-9])/gi;

/**
 * International bank account numbers: a country, its length, and a valid checksum, with or without grouping.
 */
export function findIbans(text: string): Span[] {
  const spans: Span[] = [];
  let done = 0;
  for (const { 0: match, index } of text.matchAll(beginning)) {
    const length = ibanLengths[match.slice(0, 2).toUpperCase()];
    if (length === undefined || index < done) continue;
    const end = endOf(text, index, length);
    if (end === -1) continue;
    spans.push({ start: index, end });
    done = end;
  }
  return spans;
}

/** Where the IBAN of this length ends; -1 if it is not valid. */
function endOf(text: string, start: number, length: number): number {
  let account = "";
  let at = start;
  for (; account.length < length; at += 1) {
    const character = text[at];
    if (character === undefined) return -1;
    if (/[a-zA-Z0-9]/.test(character)) account += character;
    else if (!/[\s.-]/.test(character) || !/[a-zA-Z0-9]/.test(text.slice(at - 2, at))) return -1;
  }
  const goesOn = /[a-zA-Z0-9]/.test(text[at] ?? "");
  return !goesOn && passesMod97(account.toUpperCase()) ? at : -1;
}

/** ISO 7064: the account followed by its first four characters, with letters as 10 to 35, has remainder 1. */
function passesMod97(account: string): boolean {
  let rest = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
