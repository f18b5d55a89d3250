import type { Span } from "./span.ts";

/** A space as it is, or as addresses have it. */
const S = "(?: |%20|\\+)";
const LABEL = `(?:[A-Z0-9]{1,12}${S}){0,3}PRIVATE${S}KEY(?:${S}BLOCK)?-----`;
const begin = new RegExp(`-----BEGIN${S}${LABEL}`, "g");
const end = new RegExp(`-----END${S}${LABEL}`, "g");
/** What the body of a cut-off key is made of; line breaks may be written out or percent-encoded. */
const body = /(?:[A-Za-z0-9+/=\s]|\\[nr]|%0[AD]|%2[BF]|%3D)*/iy;

/** "-----BEGIN … PRIVATE KEY" in Base64, as secrets of Kubernetes and CI have it. */
const encoded = new RegExp(
  `(?:${["", "RSA ", "EC ", "DSA ", "OPENSSH ", "ENCRYPTED ", "PGP "]
    .map((kind) =>
      Buffer.from(`-----BEGIN ${kind}PRIVATE KEY`).toString("base64").replaceAll("=", "").slice(0, -1),
    )
    .join("|")})[A-Za-z0-9+/=]{20,}`,
  "g",
);

/** PEM blocks of private keys, up to their end line; where that was cut off, as far as the key's text reaches. */
export function findPrivateKeys(text: string): Span[] {
  const spans = text.includes("LS0tLS1CRUdJTi")
    ? [...text.matchAll(encoded)].map(({ 0: key, index }) => ({ start: index, end: index + key.length }))
    : [];
  return text.includes("-----BEGIN") ? [...spans, ...blocks(text)].sort((a, b) => a.start - b.start) : spans;
}

function* blocks(text: string): Generator<Span> {
  const ends = [...text.matchAll(end)].map(({ 0: line, index }) => index + line.length);
  let next = 0;
  let done = 0;
  for (const { 0: line, index } of text.matchAll(begin)) {
    if (index < done) continue;
    while (next < ends.length && (ends[next] as number) <= index) next += 1;
    body.lastIndex = index + line.length;
    body.test(text);
    done = ends[next] ?? body.lastIndex;
    yield { start: index, end: done };
  }
}
