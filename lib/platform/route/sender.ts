import { env } from "#lib/platform/env.ts";
import type { KeyCaller } from "../api-keys/authenticate-key.ts";
import { clientAddress } from "../rate-limit/client-address.ts";

/** The parts of a call that identify a sender. */
interface KeyCall {
  caller: KeyCaller;
  request: Request;
  bodyBytes: number;
}

/** Who sends events, with their credentials and the identity of the request. */
export interface Sender {
  caller: KeyCaller;
  /** The client's address, as far as trusted proxies tell it. */
  address: string;
  /** User-Agent, as the client says it. */
  agent: string | null;
  /** X-Feedback-Token, for the events of a body that bring no token of their own. */
  feedbackToken: string | null;
  /** X-Device-Id, for the events of a body that name no device of their own. */
  deviceId: string | null;
  /** Idempotency-Key. */
  idempotencyKey: string | null;
  /** Bytes of the body. */
  bodyBytes: number;
  /** The path that was asked, which an idempotency key belongs to. */
  path: string;
}

/** The sender behind a call that a key authenticated. */
export const toSender = ({ caller, request, bodyBytes }: KeyCall): Sender => ({
  caller,
  address: clientAddress(request.headers.get("x-forwarded-for"), undefined, env().TRUSTED_PROXIES),
  agent: request.headers.get("user-agent"),
  feedbackToken: request.headers.get("x-feedback-token"),
  deviceId: request.headers.get("x-device-id"),
  idempotencyKey: request.headers.get("idempotency-key"),
  bodyBytes,
  path: pathOf(request.url),
});

/** The path of a whole address. */
function pathOf(url: string): string {
  const from = url.indexOf("/", url.indexOf("://") + 3);
  return url.slice(from).split("?", 1)[0] ?? "";
}
