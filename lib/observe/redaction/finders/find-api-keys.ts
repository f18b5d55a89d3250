import type { Span } from "../span.ts";
import { jsonWebTokenSpans, keySpans } from "./key-forms.ts";
import { namedSecretSpans } from "./named-secrets.ts";

/** Slash and colon: plain, escaped for JSON, or percent-encoded. */
const SLASH = "(?:\\\\?/|%2F)";

/** URLs that are secrets themselves: whoever has one can write to it. */
const webhook = new RegExp(
  [
    `hooks\\.slack(?:-gov)?\\.com${SLASH}(?:services|workflows|triggers)(?:${SLASH}[A-Za-z0-9]{6,}){2,4}`,
    `discord(?:app)?\\.com${SLASH}api${SLASH}(?:v\\d{1,2}${SLASH})?webhooks${SLASH}\\d{15,}${SLASH}[\\w-]{30,}`,
    `[\\w-]{1,63}\\.webhook\\.office\\.com${SLASH}webhookb2${SLASH}[\\w@%-]{36,}(?:${SLASH}[\\w-]{8,}){1,4}`,
    `outlook\\.office(?:365)?\\.com${SLASH}webhook${SLASH}[\\w@%-]{36,}(?:${SLASH}[\\w-]{8,}){1,4}`,
    `chat\\.googleapis\\.com${SLASH}v1${SLASH}spaces${SLASH}[\\w-]{6,}${SLASH}messages\\?[\\w=&%.~-]{30,}`,
    `hooks\\.zapier\\.com${SLASH}hooks${SLASH}catch${SLASH}\\d{4,}${SLASH}[A-Za-z0-9]{5,}`,
    `hook\\.[a-z]{2,3}\\d\\.make\\.com${SLASH}[a-z0-9]{20,}`,
    `maker\\.ifttt\\.com${SLASH}trigger${SLASH}[\\w-]{1,64}${SLASH}(?:json${SLASH})?with${SLASH}key${SLASH}[\\w-]{20,}`,
    `api\\.telegram\\.org${SLASH}bot\\d{8,10}(?::|%3A)[\\w-]{30,}`,
  ].join("|"),
  "gi",
);
const scheme = /https?(?::|%3A)(?:\\?\/|%2F){2}(?:[\w-]{1,63}\.)?$/i;

/** User name and password before a host: postgres://ada:secret@db.example.com. */
const credentials =
  /:(?:\\?\/){2}([^\s/?#@:"'`<>[\]{}$\\]{0,128}:[^\s/?#@"'`<>[\]{}\\]{1,256})@(?=[A-Za-z0-9_])/g;
const encodedCredentials =
  /%3A%2F%2F([\w.~-]{0,64}%3A(?:[\w.~!*-]|%(?!40)[0-9A-F]{2}){1,256})%40(?=[A-Za-z0-9_])/gi;

/** URLs that contain secrets: webhooks entirely, others only user name and password. */
function* secretAddressSpans(text: string): Generator<Span> {
  // A quick check saves most texts the full search.
  if (/hook|ifttt|telegram|chat\.google/i.test(text)) {
    for (const { 0: match, index } of text.matchAll(webhook)) {
      const before = scheme.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? "";
      yield { start: index - before.length, end: index + match.length };
    }
  }
  for (const pattern of [credentials, encodedCredentials]) {
    for (const { 1: login = "", 0: match, index } of text.matchAll(pattern)) {
      const start = index + match.indexOf(login);
      // A variable is not a password: user:$PASSWORD@host.
      if (!/(?::|%3A)(?:\$|%24|\*+$)/i.test(login)) yield { start, end: start + login.length };
    }
  }
}

/** A space, plain or URL-encoded. */
const S = "(?: |%20|\\+)";
const LABEL = `(?:[A-Z0-9]{1,12}${S}){0,3}PRIVATE${S}KEY(?:${S}BLOCK)?-----`;
const begin = new RegExp(`-----BEGIN${S}${LABEL}`, "g");
const end = new RegExp(`-----END${S}${LABEL}`, "g");
/** The characters of a truncated key's body; line breaks can be escaped or percent-encoded. */
const body = /(?:[A-Za-z0-9+/=\s]|\\[nr]|%0[AD]|%2[BF]|%3D)*/iy;

/** "-----BEGIN … PRIVATE KEY" in Base64, as in Kubernetes and CI secrets. */
const encoded = new RegExp(
  `(?:${["", "RSA ", "EC ", "DSA ", "OPENSSH ", "ENCRYPTED ", "PGP "]
    .map((kind) =>
      Buffer.from(`-----BEGIN ${kind}PRIVATE KEY`).toString("base64").replaceAll("=", "").slice(0, -1),
    )
    .join("|")})[A-Za-z0-9+/=]{20,}`,
  "g",
);

/**
 * PEM blocks of private keys, up to their end line, or for truncated ones as far as the key's characters
 * continue.
 */
function findPrivateKeys(text: string): Span[] {
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

/** API keys and tokens of known families, private keys, and values that are named or passed as secrets. */
export function findApiKeys(text: string): Span[] {
  const spans = [
    ...findPrivateKeys(text),
    ...keySpans(text),
    ...jsonWebTokenSpans(text),
    ...namedSecretSpans(text),
    ...secretAddressSpans(text),
  ];
  return union(spans);
}

/** A key of a known form can also have a name, and a URL can contain both: overlaps become one find. */
function union(spans: Span[]): Span[] {
  const united: Span[] = [];
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}
