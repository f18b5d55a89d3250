import { setTimeout as pause } from "node:timers/promises";
import type { Ledger } from "./ledger.ts";
import { idFields, type Send } from "./sent-event.ts";

/** How long a client waits for a response, in milliseconds. */
const ANSWER_MS = 10_000;
/** Pauses between attempts double from the first to the longest, in milliseconds. */
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 1_000;
/** Responses after which a client retries. */
const RETRIED = new Set([409, 429, 503]);

/** Where clients send to, and what they record. */
export interface Delivery {
  url: string;
  key: string;
  ledger: Ledger;
  /** Ends the retries. */
  signal: AbortSignal;
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/**
 * Sends a request until it is acknowledged, like a client with retries; without `insists` only once.
 * @returns whether it was acknowledged.
 */
export async function deliver(to: Delivery, send: Send, insists: boolean): Promise<boolean> {
  for (let wait = FIRST_PAUSE; !to.signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    to.ledger.sent(send);
    const answer = await post(to, send);
    const ids = answer && idsOf(send, answer);
    if (ids) {
      to.ledger.acknowledged(send, ids);
      return true;
    }
    if (answer && !RETRIED.has(answer.status)) {
      to.ledger.unexpected.push(
        `${answer.status} ${send.path}: ${JSON.stringify(answer.body).slice(0, 500)}`,
      );
      return false;
    }
    if (!insists) return false;
    await pause(wait * (0.5 + Math.random()));
  }
  return false;
}

/** Undefined without a complete response. */
async function post({ url, key }: Delivery, send: Send): Promise<Answer | undefined> {
  try {
    const response = await fetch(`${url}${send.path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        ...(send.idempotencyKey ? { "idempotency-key": send.idempotencyKey } : {}),
      },
      body: JSON.stringify(send.body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return { status: response.status, body: (await response.json()) as Answer["body"] };
  } catch {
    return undefined;
  }
}

/** The ID of each event of an acknowledged request; undefined if any event was rejected. */
function idsOf({ events }: Send, { status, body }: Answer): string[] | undefined {
  if (status >= 300) return undefined;
  const results = body.results as Record<string, unknown>[] | undefined;
  if (results?.some((result) => Number(result.status) >= 300)) return undefined;
  return events.map(({ kind }, position) => String((results?.[position] ?? body)[idFields[kind]]));
}
