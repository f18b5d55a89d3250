import type { Span } from "../span.ts";

const LOCAL_MAX = 64;
const DOMAIN_MAX = 253;

const inLocal = /[\w.%+'&~-]/;
const inDomain = /[a-zA-Z0-9.-]/;
/**
 * Letters of scripts that separate words by spaces; in other scripts, an address can directly follow a word.
 */
const foreign =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[\p{L}\p{N}\p{M}]/u;

const isIn = (ascii: RegExp, character: string): boolean =>
  character < "\u0080" ? ascii.test(character) : foreign.test(character);

const topLevel = /^(?:\p{L}{2,63}|xn--[a-zA-Z0-9-]{1,59})$/u;

/** Email addresses, found outward from their "@", so that texts without one cost nothing. */
export function findEmails(text: string): Span[] {
  const spans: Span[] = [];
  let done = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    if (at < done) continue;
    const start = localStart(text, at, done);
    const end = domainEnd(text, at + 1);
    if (start === at || end === -1) continue;
    // The user in every clone URL is no one in particular: git@github.com:owner/repository.
    if (text.slice(start, at) === "git" && /[:/]/.test(text[end] ?? "")) continue;
    spans.push({ start, end });
    done = end;
  }
  return spans;
}

/** Where the name before the "@" begins; the position of the "@" if there is none. */
export function localStart(text: string, at: number, floor: number): number {
  if (text[at - 1] === '"') {
    const quote = text.lastIndexOf('"', at - 2);
    if (quote >= Math.max(floor, at - LOCAL_MAX) && quote < at - 2) return quote;
  }
  let start = at;
  const least = Math.max(floor, at - LOCAL_MAX);
  while (start > least && isIn(inLocal, text[start - 1] as string)) start -= 1;
  while (start < at && /[.'&~%-]/.test(text[start] as string)) start += 1;
  return start;
}

/** Where the domain that begins here ends; -1 if there is none. */
export function domainEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + DOMAIN_MAX);
  let end = from;
  while (end < most && isIn(inDomain, text[end] as string)) end += 1;
  const labels = text.slice(from, end).split(".");
  // "ada@example.com.2nd sentence": drops labels that cannot end a domain.
  while (labels.length > 1 && !topLevel.test(labels.at(-1) as string)) labels.pop();
  if (labels.length < 2 || labels.some((label) => label === "" || label.startsWith("-"))) return -1;
  return from + labels.join(".").length;
}
