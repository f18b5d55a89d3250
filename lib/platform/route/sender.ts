import type { KeyCaller } from "#lib/platform/access/authenticate-key";
import { clientAddress } from "#lib/platform/access/client-address";
import { env } from "#lib/platform/env";

/** Who sends events, with what they may prove and how their request is known again. */
export interface Sender {
  caller: KeyCaller;
  /** The client's address, as far as trusted proxies tell it. */
  address: string;
  /** X-Feedback-Token, for the events of a body that bring no token of their own. */
  feedbackToken: string | null;
  /** Idempotency-Key. */
  idempotencyKey: string | null;
  /** Bytes of the body, as the request declares them. */
  bodyBytes: number;
  /** The path that was asked, which an idempotency key belongs to. */
  path: string;
}

/** What a body counts as whose length is not told before it is read. */
const UNDECLARED_BYTES = 1_000_000;

/** The sender behind a request that a key authenticated. */
export const senderOf = (caller: KeyCaller, request: Request): Sender => ({
  caller,
  address: clientAddress(request.headers.get("x-forwarded-for"), undefined, env().TRUSTED_PROXIES),
  feedbackToken: request.headers.get("x-feedback-token"),
  idempotencyKey: request.headers.get("idempotency-key"),
  bodyBytes: Number(request.headers.get("content-length") ?? UNDECLARED_BYTES),
  path: new URL(request.url).pathname,
});
