import type { LoadSpec } from "./load-spec.ts";
import { sampleInteraction } from "./sample-interaction.ts";

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
}

/** Makes the requests of a load: prepared once, so that making one costs a copy and the digits of its ids. */
export function requestMaker({ url, secretKey, batch, envelope, run }: LoadSpec): () => Buffer {
  const prepared: Prepared[] = [];
  for (let size = 0; size < BUDGET && prepared.length < 256; ) {
    const body = bodyText({ batch, envelope, run }, prepared.length * batch);
    const one = prepare(new URL(url), secretKey, body, run);
    prepared.push(one);
    size += one.bytes.length;
  }
  let requests = 0;
  let events = 0;
  return () => {
    const { bytes, digitsAt } = prepared[requests++ % prepared.length] as Prepared;
    const copy = Buffer.from(bytes);
    for (const at of digitsAt) copy.write(String(events++).padStart(DIGITS, "0"), at, "latin1");
    return copy;
  };
}

/** The body of one request whose events are numbered from `first` on. */
export function bodyText(
  { batch, envelope, run }: Pick<LoadSpec, "batch" | "envelope" | "run">,
  first: number,
): string {
  const event = (number: number) => sampleInteraction(number, eventId(run, number));
  if (batch === 1) return JSON.stringify(event(first));
  const events = Array.from({ length: batch }, (_, at) => event(first + at));
  const isMixed = envelope === "events";
  return JSON.stringify({
    [envelope]: isMixed ? events.map((each) => ({ type: "interaction", ...each })) : events,
  });
}

function prepare({ host, pathname }: URL, secretKey: string | null, body: string, run: string): Prepared {
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(secretKey ? [`Authorization: Bearer ${secretKey}`] : []),
    "",
    "",
  ].join("\r\n");
  const bytes = Buffer.from(head + body);
  const mark = `"bench-${run}-`;
  const digitsAt: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
    digitsAt.push(at + mark.length);
  return { bytes, digitsAt };
}
