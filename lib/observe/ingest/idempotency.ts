import { hmac } from "#lib/platform/auth/hmac.ts";
import { now } from "#lib/platform/clock.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import type { Claim } from "./claim.ts";
import type { CollectReply } from "./collect-reply.ts";
import { claimRow, type IdempotencyRow } from "./idempotency-store.ts";

/**
 * How long a claim is valid, in milliseconds: if a process dies, its client's retry must not be blocked for
 * long.
 */
const HELD_MS = 15_000;

const keyPattern = /^[\x21-\x7e]{1,255}$/;

/**
 * Claims the sender's Idempotency-Key for this body, or returns the earlier response to the same request.
 * Anyone can read a publishable key off a page, and must neither block the Idempotency-Keys of a server or
 * another visitor nor see their responses. For publishable keys, a claim is therefore specific to the key,
 * the visit and the body.
 * @throws Problem 400 for an invalid key, 409 while the same request is in progress, 422 if a secret key
 * reuses it with a different body.
 */
export async function claimRequest(
  sender: Sender,
  body: unknown,
): Promise<{ claim: Claim } | { answer: CollectReply } | null> {
  const { idempotencyKey: key, caller, path, feedbackToken, deviceId } = sender;
  if (key === null) return null;
  if (!keyPattern.test(key)) {
    throw new Problem("invalid_header", "Idempotency-Key must be 1 to 255 visible ASCII characters.");
  }
  const { projectId, userHashKey } = caller.project;
  const fingerprint = hmac(userHashKey, `${path}\n${JSON.stringify(body)}`).digest("hex");
  // Visitors of a page share its key, but neither tokens nor device IDs.
  const visit = JSON.stringify([feedbackToken, deviceId, fingerprint]);
  const own =
    caller.kind === "secret" ? key : `${caller.keyId} ${hmac(userHashKey, visit).digest("hex")} ${key}`;
  const claim: Claim = { projectId, key: own, claimId: newId() };
  const there = await claimRow(claim, fingerprint, now(), HELD_MS);
  return there === "claimed" ? { claim } : { answer: answerOf(there, fingerprint) };
}

function answerOf(there: IdempotencyRow, fingerprint: string): CollectReply {
  if (there.fingerprint !== fingerprint) {
    throw new Problem(
      "idempotency_key_reused",
      "This Idempotency-Key was already used with a different body. Use a new key for each request.",
    );
  }
  if (there.status === null || there.body === null) {
    throw new Problem(
      "request_under_way",
      "A request with this Idempotency-Key is in progress. Retry to get its result.",
      { retryAfterSeconds: 1 },
    );
  }
  return { status: there.status as CollectReply["status"], body: JSON.parse(there.body) };
}
