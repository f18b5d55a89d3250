import { chargeWrites, WINDOW_SECONDS, type WriteAllowance } from "#lib/platform/access/write-allowance";
import { Problem } from "#lib/platform/problem/index";
import type { Sender } from "#lib/platform/route/index";

/** What is left of a sender's writes, and how many of those asked for may go on; nobody limits a secret key. */
export interface WriteLimit {
  granted: number;
  headers: Record<string, string>;
  /** The refusal of what goes beyond. */
  refusal: Problem | null;
}

const unlimited: WriteLimit = { granted: Number.POSITIVE_INFINITY, headers: {}, refusal: null };

/**
 * Counts writes against the limit of their key and client address.
 * @throws Problem 429 when none of them may go on.
 */
export async function limitWrites({ caller, address }: Sender, writes: number): Promise<WriteLimit> {
  if (caller.kind === "secret") return unlimited;
  const allowance = await chargeWrites(caller, address, writes);
  const headers = allowanceHeaders(allowance);
  const refusal = tooManyWrites(allowance, headers);
  if (allowance.granted === 0) throw refusal;
  return { granted: allowance.granted, headers, refusal };
}

/** The RateLimit-* headers of an allowance (draft-ietf-httpapi-ratelimit-headers). */
const allowanceHeaders = ({ limit, remaining, resetSeconds }: WriteAllowance): Record<string, string> => ({
  "ratelimit-limit": String(limit),
  "ratelimit-policy": `${limit};w=${WINDOW_SECONDS}`,
  "ratelimit-remaining": String(remaining),
  "ratelimit-reset": String(resetSeconds),
});

const tooManyWrites = ({ limit, resetSeconds }: WriteAllowance, headers: Record<string, string>): Problem =>
  new Problem(
    "too_many_writes",
    `This address may send ${limit} writes a minute with this key. Send the same event again in ${resetSeconds} s.`,
    { retryAfterSeconds: resetSeconds, headers },
  );
