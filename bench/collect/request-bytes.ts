import { readFileSync } from "node:fs";
import type { LoadSpec } from "./load-spec.ts";
import { sampleInteraction } from "./sample-interaction.ts";
import { sampleRating, sampleThumb, TOKEN_PLACE } from "./sample-rating.ts";

/** Digits of the number in an id: every id is as long as every other, so that it can be written over in place. */
const DIGITS = 9;
/** Bytes that all prepared requests together take at most, about. */
const BUDGET = 8_000_000;

/** The id of one event. */
export const eventId = (run: string, number: number): string =>
  `bench-${run}-${String(number).padStart(DIGITS, "0")}`;

/** A request as it goes over the wire, prepared but for its ids. */
interface Prepared {
  bytes: Buffer;
  /** Where the digits of each id begin. */
  digitsAt: number[];
  /** Where the token begins; below 0 where there is none. */
  tokenAt: number;
}

/** Makes the requests of a load: prepared once, so that making one costs a copy and the digits of its ids. */
export function requestMaker(spec: LoadSpec): () => Buffer {
  const tokens = spec.tokens === null ? [] : readFileSync(spec.tokens, "latin1").trimEnd().split("\n");
  const prepared: Prepared[] = [];
  for (let size = 0; size < BUDGET && prepared.length < 256; ) {
    const body = bodyText(spec, prepared.length * spec.batch, tokens[0]?.length);
    const one = prepare(spec, body, prepared.length);
    prepared.push(one);
    size += one.bytes.length;
  }
  const idsOfEvent = (prepared[0]?.digitsAt.length ?? 1) / spec.batch;
  let requests = 0;
  return () => {
    const request = requests++;
    const { bytes, digitsAt, tokenAt } = prepared[request % prepared.length] as Prepared;
    const copy = Buffer.from(bytes);
    const write = (at: number, number: number) =>
      copy.write(String(number).padStart(DIGITS, "0"), at, "latin1");
    if (tokenAt < 0) {
      for (const [index, at] of digitsAt.entries())
        write(at, request * spec.batch + Math.floor(index / idsOfEvent));
      return copy;
    }
    // When every answer has been rated they come round again, under new ids of the ratings.
    const answer = request % tokens.length;
    const [ratingAt = 0, answerAt = 0] = digitsAt;
    write(ratingAt, request);
    write(answerAt, answer);
    copy.write(tokens[answer] ?? "", tokenAt, "latin1");
    return copy;
  };
}

/** The body of one request whose events are numbered from `first` on. */
export function bodyText(
  { kind, batch, envelope, run }: Pick<LoadSpec, "kind" | "batch" | "envelope" | "run">,
  first: number,
  tokenLength = 0,
): string {
  const event = (number: number) => {
    const id = eventId(run, number);
    if (kind === "thumb") return sampleThumb(number, id, tokenLength);
    return kind === "rating" ? sampleRating(number, id) : sampleInteraction(number, id);
  };
  if (batch === 1) return JSON.stringify(event(first));
  const events = Array.from({ length: batch }, (_, at) => event(first + at));
  const isMixed = envelope === "events";
  const type = kind === "interaction" ? "interaction" : "feedback";
  return JSON.stringify({ [envelope]: isMixed ? events.map((each) => ({ type, ...each })) : events });
}

/** The users of widgets have addresses of their own, which the benchmark's servers take from a proxy that they trust. */
const clientOf = (number: number) => `10.1.${100 + (number % 100)}.${100 + (number % 7)}`;

function prepare({ url, key, kind, run }: LoadSpec, body: string, number: number): Prepared {
  const { host, pathname } = new URL(url);
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(key ? [`Authorization: Bearer ${key}`] : []),
    ...(kind === "thumb" ? [`X-Forwarded-For: ${clientOf(number)}`] : []),
    "",
    "",
  ].join("\r\n");
  const bytes = Buffer.from(head + body);
  const mark = `"bench-${run}-`;
  const digitsAt: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
    digitsAt.push(at + mark.length);
  return { bytes, digitsAt, tokenAt: bytes.indexOf(TOKEN_PLACE.repeat(8)) };
}
