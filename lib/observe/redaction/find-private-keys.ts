import type { Span } from "./span.ts";

const begin = /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
const end = /-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
/** What the body of a cut-off key is made of; line breaks may be written out. */
const body = /(?:[A-Za-z0-9+/=\s]|\\[nr])*/y;

/** PEM blocks of private keys, up to their end line; where that was cut off, as far as the key's text reaches. */
export function findPrivateKeys(text: string): Span[] {
  if (!text.includes("-----BEGIN ")) return [];
  const spans: Span[] = [];
  const ends = [...text.matchAll(end)].map(({ 0: line, index }) => index + line.length);
  let next = 0;
  let done = 0;
  for (const { 0: line, index } of text.matchAll(begin)) {
    if (index < done) continue;
    while (next < ends.length && (ends[next] as number) <= index) next += 1;
    body.lastIndex = index + line.length;
    body.test(text);
    done = ends[next] ?? body.lastIndex;
    spans.push({ start: index, end: done });
  }
  return spans;
}
