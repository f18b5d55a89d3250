import type { Span } from "../span.ts";
import { needsEdge, unmistakable } from "./key-families.ts";

/** Where no letter or digit stands before, but for the last of an escape: "%20sk-…", "\nsk-…", "\u0022sk-…". */
const EDGE = "(?<=^|[^A-Za-z0-9]|%[0-9A-Fa-f]{2}|\\\\[nrtbf]|\\\\u[0-9A-Fa-f]{4}|\\\\x[0-9A-Fa-f]{2})";
const anywhere = new RegExp(unmistakable.join("|"), "g");
const atEdge = new RegExp(`${EDGE}(?:${needsEdge.join("|")})(?![A-Za-z0-9])`, "g");

/** Stretches that a key could stand in: with a digit, or with more letters in a row than words have. */
const stretch = /[\w.:~+/=-]{16,}/g;
const unlikeWords = /\d|[A-Za-z]{20}/;
/** As much before a stretch as an escape has. */
const BEFORE = 6;

/** Keys and tokens of the published families. */
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

/** A stand-in of documentation: sk-ant-your-api-key-goes-here. */
const isWordy = (key: string): boolean =>
  /^[a-z]{1,15}(?:[_-][a-z]{1,15}){2,}$/i.test(key) && !/[a-z][A-Z]/.test(key);

/**
 * Words with marks between have the same form: "sk-learn-and-2-others", "pk_orders_by_region_and_month_7". A key mixes
 * letters with digits; behind the short beginnings it has both cases, or many digits, or no mark in all of its length.
 */
function looksRandom(key: string): boolean {
  if (/^A[KSRIBC]/.test(key)) return true;
  if (/^(?:sk-|[ps]k_)[A-Za-z0-9]{32,}$/.test(key)) return true;
  if (!/\d/.test(key) || !/[a-zA-Z]/.test(key)) return false;
  if (!/^(?:sk-|[ps]k_|re_|fw_|pa-|rnd_|[a-z]{2,6}[_-])/.test(key)) return true;
  return (/[a-z]/.test(key) && /[A-Z]/.test(key)) || key.replaceAll(/\D/g, "").length >= 6;
}

/** JSON Web Tokens: header, payload and, unless it is unsigned, signature. Found from the dot that parts the first two. */
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
