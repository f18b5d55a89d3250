import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { now } from "#lib/platform/clock.ts";
import { type Outcome, retryAfterMs } from "../next-state.ts";
import type { Lookup } from "./find-addresses.ts";
import { resolveTarget, TargetRefused } from "./resolve-target.ts";
import { type AllowedHosts, readTargetUrl } from "./target-url.ts";

/** How long an attempt may take from the lookup to the end of the reply, in milliseconds. */
const TIME_MAX = 10_000;

/** How much of a reply is read. */
const REPLY_MAX = 64_000;

/** How much of a reply is kept to be shown. */
const SHOWN_MAX = 200;

/** What is sent. */
export interface Posting {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** How it is sent. */
export interface PostOptions {
  allowed: AllowedHosts;
  /** In place of the system's. */
  find?: Lookup;
  timeMs?: number;
}

/**
 * Posts to a receiver's URL, once. The host is looked up and checked, and the connection is made to one of the checked
 * addresses: a name that is answered otherwise a moment later changes nothing. Redirects are not followed.
 */
export async function post(posting: Posting, options: PostOptions): Promise<Outcome> {
  const signal = AbortSignal.timeout(options.timeMs ?? TIME_MAX);
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason), { once: true }),
  );
  try {
    return await Promise.race([attempt(posting, options, signal), late]);
  } catch (error) {
    return { result: "refused", status: null, error: whyFailed(error, options.timeMs ?? TIME_MAX) };
  }
}

async function attempt(
  { url: text, headers, body }: Posting,
  { allowed, find }: PostOptions,
  signal: AbortSignal,
): Promise<Outcome> {
  const url = readTargetUrl(text, allowed);
  if (typeof url === "string") throw new TargetRefused(url);
  const checked = await resolveTarget(url, allowed, find);
  const response = await send(url, body, {
    method: "POST",
    headers: { ...headers, "content-length": Buffer.byteLength(body), "user-agent": "Whetstone" },
    lookup: pinnedTo(checked),
    // A connection of its own: none that somebody else's lookup has opened.
    agent: false,
    signal,
  });
  const reply = await readReply(response);
  return outcomeOf(response, reply);
}

/** Answers every question for the host's address with the addresses that were checked. */
const pinnedTo =
  (checked: Awaited<ReturnType<typeof resolveTarget>>): LookupFunction =>
  (_, { all }, callback) => {
    const [first] = checked;
    if (all) callback(null, checked);
    else callback(null, first?.address ?? "", first?.family);
  };

function send(url: URL, body: string, options: RequestOptions): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, options, resolve);
  request.on("error", reject);
  request.end(body);
  return promise;
}

/** The beginning of a reply. What a receiver that has taken the message says beyond it changes nothing. */
async function readReply(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    // Leaving the loop destroys the response, and its connection.
    if (bytes >= REPLY_MAX) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function outcomeOf({ statusCode = 0, headers }: IncomingMessage, reply: string): Outcome {
  if (statusCode >= 200 && statusCode < 300) return { result: "delivered", status: statusCode };
  const error = `Answered ${statusCode}${hint(statusCode)}${shown(headers["content-type"], reply)}`;
  if (statusCode === 410) return { result: "gone", status: statusCode, error };
  const wait = retryAfterMs(headers["retry-after"], now());
  return { result: "refused", status: statusCode, error, retryAfterMs: wait };
}

const hint = (status: number): string =>
  status >= 300 && status < 400 ? ", a redirect, which is not followed: enter the final URL." : ".";

/** Receivers say why in a line of text; pages say nothing that helps. */
function shown(type: string | undefined, reply: string): string {
  if (!/^(text\/plain|application\/(\w+\+)?json)\b/.test(type ?? "")) return "";
  const line = reply.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
  return line === "" ? "" : ` ${line.slice(0, SHOWN_MAX)}`;
}

function whyFailed(error: unknown, timeMs: number): string {
  if (error instanceof TargetRefused) return `Not sent: the URL ${error.message}.`;
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === "TimeoutError" || name === "AbortError") return `No answer within ${timeMs / 1_000} s.`;
  return `Could not be reached: ${code ?? message ?? String(error)}.`;
}
