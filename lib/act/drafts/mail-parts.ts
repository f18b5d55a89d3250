import { splitSentences, unwrap } from "./sentences.ts";

/** The parts of a customer's email. */
export interface MailParts {
  /** The sender's name from the signature or the header; null if there is none. */
  sender: string | null;
  /** The sender's statements, sentence by sentence. */
  statements: string[];
  /** The sender's questions. */
  questions: string[];
}

const header = /^(from|to|cc|date|sent|subject)\s*:\s*(.*)$/i;
const greeting = /^(hi|hello|hey|dear|good (morning|afternoon|evening)|to whom)\b[^.?!]{0,60}[,!.:]?$/i;
const closing =
  /^(?:(?:best|kind|kindest|warm|many|with)\s+){0,3}(?:regards|wishes|thanks|thank you|cheers|sincerely|best|yours)(?:[\s,]+\w{1,12}){0,2}[,.!]?$/i;
const name = /^[—–-]*\s*(\p{L}[\p{L}.'’-]*(?:\s+\p{L}[\p{L}.'’-]*){0,3})$/u;

/** How many lines from the end a closing may be. */
const CLOSING_LINES = 6;

/** Parses an email: removes headers, greeting and closing, and splits the rest into statements and questions. */
export function mailParts(mail: string): MailParts {
  const lines = unwrap(mail);
  const bodyStart = lines.findIndex((line) => !header.test(line));
  const headers = bodyStart < 0 ? lines : lines.slice(0, bodyStart);
  const spoken = bodyStart < 0 ? [] : lines.slice(bodyStart);
  if (greeting.test(spoken[0] ?? "")) spoken.shift();
  const signature = signatureIn(spoken);
  const sentences = spoken.slice(0, signature.start).flatMap(splitSentences);
  const asks = (sentence: string): boolean => /[?？]["'”’)]*$/u.test(sentence);
  return {
    sender: signature.name ?? senderIn(headers),
    statements: sentences.filter((sentence) => !asks(sentence)),
    questions: sentences.filter(asks),
  };
}

/** The first line of the signature, and the name in it. */
function signatureIn(lines: readonly string[]): { start: number; name: string | null } {
  const from = Math.max(1, lines.length - CLOSING_LINES);
  for (let at = from; at < lines.length; at++) {
    if (closing.test(lines[at] ?? "")) return { start: at, name: nameOn(lines[at + 1]) };
  }
  const last = lines.length > 1 ? nameOn(lines.at(-1)) : null;
  return { start: last ? lines.length - 1 : lines.length, name: last };
}

const nameOn = (line: string | undefined): string | null => name.exec(line ?? "")?.[1] ?? null;

function senderIn(headers: readonly string[]): string | null {
  const from = headers.map((line) => header.exec(line)).find((match) => match?.[1]?.toLowerCase() === "from");
  return nameOn(from?.[2]?.replace(/<.*$/, "").replaceAll('"', "").trim());
}
