import type { Span } from "../span.ts";
import { needsEdge, unmistakable } from "./key-families.ts";

/** No letter or digit precedes it, except for the end of an escape: "%20sk-…", "\nsk-…", "\u0022sk-…". */
const EDGE = "(?<=^|[^A-Za-z0-9]|%[0-9A-Fa-f]{2}|\\\\[nrtbf]|\\\\u[0-9A-Fa-f]{4}|\\\\x[0-9A-Fa-f]{2})";
const anywhere = new RegExp(unmistakable.join("|"), "g");
const atEdge = new RegExp(`${EDGE}(?:${needsEdge.join("|")})(?![A-Za-z0-9])`, "g");

/** Runs that could contain a key: with a digit, or with more letters in a row than words have. */
const stretch = /[\w.:~+/=-]{16,}/g;
const unlikeWords = /\d|[A-Za-z]{20}/;
/** The length of an escape before a run. */
const BEFORE = 6;

/** Keys and tokens of the known families. */
export function* keySpans(text: string): Generator<Span> {
  for (const { 0: piece, index } of text.matchAll(stretch)) {
    if (!unlikeWords.test(piece)) continue;
    for (const { 0: key, index: at } of piece.matchAll(anywhere)) {
      if (!isWordy(key)) yield { start: index + at, end: index + at + key.length };
    }
    const from = Math.max(0, index - BEFORE);
    for (const { 0: key, index: at } of text.slice(from, index + piece.length).matchAll(atEdge)) {
      if (from + at >= index && looksRandom(key)) yield { start: from + at, end: from + at + key.length };
    }
  }
}

/** Placeholders in documentation: sk-ant-your-api-key-goes-here. */
const isWordy = (key: string): boolean =>
  /^[a-z]{1,15}(?:[_-][a-z]{1,15}){2,}$/i.test(key) && !/[a-z][A-Z]/.test(key);

/**
 * Hyphenated words have the same form: "sk-learn-and-2-others", "pk_orders_by_region_and_month_7". A key
 * mixes letters with digits; after a short prefix, it also needs both cases, many digits, or no separator at
 * all.
 */
function looksRandom(key: string): boolean {
  if (/^A[KSRIBC]/.test(key)) return true;
  if (/^(?:sk-|[ps]k_)[A-Za-z0-9]{32,}$/.test(key)) return true;
  if (!/\d/.test(key) || !/[a-zA-Z]/.test(key)) return false;
  if (!/^(?:sk-|[ps]k_|re_|fw_|pa-|rnd_|[a-z]{2,6}[_-])/.test(key)) return true;
  return (/[a-z]/.test(key) && /[A-Z]/.test(key)) || key.replaceAll(/\D/g, "").length >= 6;
}

/** JSON Web Tokens: header, payload and, if signed, signature. Found from the dot between the first two. */
export function* jsonWebTokenSpans(text: string): Generator<Span> {
  let done = 0;
  for (let dot = text.indexOf(".eyJ"); dot !== -1; dot = text.indexOf(".eyJ", dot + 1)) {
    if (dot < done) continue;
    let begin = dot;
    while (begin > done && inToken.test(text[begin - 1] as string)) begin -= 1;
    const header = text.slice(begin, dot).indexOf("eyJ");
    const payload = runEnd(text, dot + 1);
    if (header === -1 || dot - begin - header < 11 || payload - dot < 12 || text[payload] !== ".") continue;
    done = runEnd(text, payload + 1);
    yield { start: begin + header, end: done };
  }
}

const inToken = /[A-Za-z0-9_-]/;

function runEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && inToken.test(text[end] as string)) end += 1;
  return end;
}
