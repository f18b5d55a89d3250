import type { Span } from "../span.ts";

/** Finds values that a name, a header or a URL calls secret, whatever they look like. */

const Q = `(?:["'\`]|\\\\["']|\\\\u0022|&quot;|&#34;|%22)`;
/** Between a name and its value: `=`, `: `, `" => "`, `%3D`. */
const IS = `${Q}?\\s{0,2}(?::=?|=>?|%3D|%3A)\\s{0,2}${Q}?`;

const tokenNames = [
  "api[ _-]?(?:key|secret|token)",
  "app[_-]?(?:key|secret)",
  "(?:secret|access|account|shared|private|signing|encryption|master|service|service[_-]?role|subscription|storage|consumer|function|host)[_-]?(?:access[_-]?)?key",
  "(?:auth|access|refresh|id|session|security|bot|private|personal|deploy|bearer|csrf|registry|user)[_-]?(?:access[_-]?)?token",
  "(?:client|consumer|webhook|jwt|session|signing|shared|app|oauth)[_-]?secret",
  "secret",
  "token",
  "authorization",
  "credentials?",
  "[?&]sig",
  "(?:x-amz|x-goog)-(?:signature|security-token)",
  "(?:shared|storage)?accesssignature",
].join("|");
const namedToken = new RegExp(
  `(?:${tokenNames})${IS}(?:(?:bearer|basic|token|apikey|digest)(?: |%20|\\+))?([A-Za-z0-9_+/.~%-]{16,}={0,2})`,
  "gi",
);

/** Passwords can be short and contain any character. */
const namedPassword = new RegExp(
  `(?:pass(?:word|wd|phrase)|pwd)${IS}([^\\s"'\`<>[\\]{}&,;\\\\]{8,64})`,
  "gi",
);
const toldPassword = /\bpass(?:word|phrase)(?: is| was|:)? {1,2}(?:["'`])?([^\s"'`<>[\]{},;\\]{8,64})/gi;

/** A token after the word that introduces it, with the space possibly encoded for URLs or JSON. */
const handedOver =
  /\b(?:bearer|basic)(?:[:=]? {1,3}|%20|\+|\\u0020|&nbsp;)(?:["'`])?([A-Za-z0-9._~+/-]{16,}={0,2})/gi;

/** Whether a text contains any of these names. */
const anyName = /key|token|secret|authori|credential|signature|[?&]sig=|bearer|basic/i;
const anyPassword = /pass(?:word|wd|phrase)|pwd/i;

/** The values of everything named or passed as a secret. */
export function* namedSecretSpans(text: string): Generator<Span> {
  if (anyName.test(text)) {
    yield* values(text, namedToken, isToken);
    yield* values(text, handedOver, isToken);
  }
  if (anyPassword.test(text)) {
    yield* values(text, namedPassword, isPassword);
    yield* values(text, toldPassword, isStrongPassword);
  }
}

function* values(text: string, pattern: RegExp, isSecret: (value: string) => boolean): Generator<Span> {
  for (const { 0: match, 1: value = "", index } of text.matchAll(pattern)) {
    const end = index + match.length;
    // A value followed by a bracket is a function call.
    if (text[end] !== "(" && isSecret(value.replaceAll(/%[0-9A-F]{2}/gi, "-")))
      yield { start: end - value.length, end };
  }
}

/** Code that reads a secret from elsewhere is not a secret: `process.env.API_KEY_2`. */
const code =
  /^(?:process|os|import|env|config|settings|secrets|vars|self|this|props|args|req|res|ctx|await|new)\b[.(]/i;

const isToken = (value: string): boolean =>
  /\d/.test(value) && /[a-zA-Z]/.test(value) && !code.test(value) && !isPath.test(value);

/** Hyphenated words and a number: my-key-2, path/to/file-2.ts. */
const isPath = /^[a-z]+(?:[_./-][a-z]*\d{0,3})*$/i;

const isPassword = (value: string): boolean =>
  !value.endsWith("(") &&
  /\d/.test(value) &&
  /[a-zA-Z]/.test(value) &&
  !code.test(value) &&
  !isPath.test(value);

/** In a sentence, where any word can follow: needs both cases or a special character, besides the digit. */
const isStrongPassword = (value: string): boolean =>
  isPassword(value) && (/[a-z].*[A-Z]|[A-Z].*[a-z]/.test(value) || /[^\w.:/-]/.test(value));
