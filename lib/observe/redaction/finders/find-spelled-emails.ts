import type { Span } from "../span.ts";
import { localStart } from "./find-emails.ts";

const bracketedAt = /\s?[([{]\s?at\s?[)\]}]\s?| @ /gi;
const wordAt = /\sat\s/gi;
const dot = String.raw`(?:\.|\s?[([{]\s?dot\s?[)\]}]\s?|\sdot\s)`;
const domain = new RegExp(`[a-z0-9-]{1,63}(?:${dot}[a-z0-9-]{1,63}){0,3}${dot}[a-z]{2,24}(?![a-z0-9])`, "iy");
/** With words around it, only the most common endings make a domain. */
const ending =
  "(?:com|org|net|edu|gov|info|biz|io|ai|dev|app|me|co|us|uk|de|fr|es|it|nl|ch|at|be|se|no|dk|fi|pl|pt|br|mx|ca|au|nz|jp|cn|in|eu)";
const spelledDomain = new RegExp(
  `[a-z0-9-]{1,63}(?:\\sdot\\s[a-z0-9-]{1,63}){0,3}\\sdot\\s${ending}(?![a-z0-9])`,
  "iy",
);

/** "@" and "." as URLs, HTML and JSON encode them. */
const encodedAt = /%(?:25)?40|&#(?:0{0,4}64|x0{0,4}40);|&commat;|\\u0040/gi;
const encodedDot = String.raw`(?:\.|%(?:25)?2E|&#(?:46|x2e);|&period;|\\u002e)`;
const encodedDomain = new RegExp(
  `[a-z0-9-]{1,63}(?:${encodedDot}[a-z0-9-]{1,63}){0,3}${encodedDot}[a-z]{2,24}(?![a-z0-9])`,
  "iy",
);

/** Whether a text can contain an encoded "@": two cheap checks. */
export const mayHaveEncodedAt = (text: string): boolean =>
  text.includes("40") || text.includes("64;") || text.includes("&commat;");

/**
 * Addresses written to hide them from machines ("ada (at) example (dot) com", "ada at example dot com", "ada
 * @ example.com") or encoded by them (ada%40example.com, ada&#64;example.com).
 */
export function findSpelledEmails(text: string): Span[] {
  const spans = [...around(text, bracketedAt, domain)];
  if (mayHaveEncodedAt(text)) spans.push(...around(text, encodedAt, encodedDomain));
  if (/\sdot\s/i.test(text)) spans.push(...around(text, wordAt, spelledDomain));
  return spans.sort((a, b) => a.start - b.start);
}

function* around(text: string, at: RegExp, domainThere: RegExp): Generator<Span> {
  let floor = 0;
  for (const { index, 0: match } of text.matchAll(at)) {
    const start = localStart(text, index, floor);
    domainThere.lastIndex = index + match.length;
    if (start === index || !domainThere.test(text)) continue;
    floor = domainThere.lastIndex;
    yield { start, end: floor };
  }
}
