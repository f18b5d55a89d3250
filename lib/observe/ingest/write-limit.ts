import { Problem } from "#lib/platform/problem/index.ts";
import {
  chargeBytes,
  chargeWrites,
  giveBackWrites,
  WINDOW_SECONDS,
  type WriteAllowance,
  type WriteBudget,
} from "#lib/platform/rate-limit/write-allowance.ts";
import type { Sender } from "#lib/platform/route/index.ts";

/** What is left of a sender's writes; nobody limits a secret key. */
export interface WriteLimit {
  headers: Record<string, string>;
  /** Of the writes of a budget, how many may go on, and what makes the refusal of those beyond. */
  budgets: Record<WriteBudget, { granted: number; refusal: () => Problem }>;
}

/** How many writes of each budget a request brings. */
export type AskedWrites = Partial<Record<WriteBudget, number>>;

const nobodyRefuses = (): never => {
  throw new Error("More writes were counted than requested.");
};
const unlimited = { granted: Number.POSITIVE_INFINITY, refusal: nobodyRefuses };
const nothingAsked = { granted: 0, refusal: nobodyRefuses };

/**
 * Counts writes against the limits of their key and client address. Writes are what was taken, and are given back where a
 * request is refused for its bytes; bytes are what was sent, and are not, where it is refused for its writes.
 * @throws Problem 429 when none of them may go on, or the address has sent as many bytes as it may.
 */
export async function limitWrites(
  { caller, address, bodyBytes }: Sender,
  asked: AskedWrites,
): Promise<WriteLimit> {
  if (caller.kind === "secret") return { headers: {}, budgets: { feedback: unlimited, signals: unlimited } };
  const charge = async (budget: WriteBudget) => {
    const writes = asked[budget] ?? 0;
    return writes > 0 ? [limitOf(await chargeWrites(caller, address, budget, writes))] : [];
  };
  const [[feedback], [signals], bytes] = await Promise.all([
    charge("feedback"),
    charge("signals"),
    bodyBytes > 0 ? chargeBytes(caller, address, bodyBytes) : null,
  ]);
  if (bytes && !bytes.fits) {
    // All are charged at once, so that a request that fits waits for the database once.
    const charged = { feedback: feedback?.granted ?? 0, signals: signals?.granted ?? 0 };
    for (const budget of ["feedback", "signals"] as const)
      if (charged[budget] > 0) await giveBackWrites(caller, address, budget, charged[budget]);
    throw tooManyBytes(caller.project.quotas.addressKilobytes, bytes.resetSeconds);
  }
  // A request that says something is told of the budget for that.
  const told = feedback ?? signals;
  if (told && !feedback?.granted && !signals?.granted) throw told.refusal();
  return {
    headers: told?.headers ?? {},
    budgets: { feedback: feedback ?? nothingAsked, signals: signals ?? nothingAsked },
  };
}

function limitOf(allowance: WriteAllowance) {
  const headers = allowanceHeaders(allowance);
  return { granted: allowance.granted, headers, refusal: () => tooManyWrites(allowance, headers) };
}

const tooManyBytes = (kilobytes: number, resetSeconds: number): Problem =>
  new Problem(
    "quota_spent",
    `This request would exceed the limit of ${kilobytes} kB per hour for this client address and key. Retry in ${resetSeconds} s, or raise the limit under Settings > Quotas.`,
    { retryAfterSeconds: resetSeconds },
  );

/** The RateLimit-* headers of an allowance (draft-ietf-httpapi-ratelimit-headers), and which of the two it is. */
const allowanceHeaders = (allowance: WriteAllowance): Record<string, string> => ({
  "ratelimit-budget": allowance.budget,
  "ratelimit-limit": String(allowance.limit),
  "ratelimit-policy": `${allowance.limit};w=${WINDOW_SECONDS}`,
  "ratelimit-remaining": String(allowance.remaining),
  "ratelimit-reset": String(allowance.resetSeconds),
});

const tooManyWrites = (
  { budget, limit, resetSeconds }: WriteAllowance,
  headers: Record<string, string>,
): Problem =>
  new Problem(
    "too_many_writes",
    `This client address has reached the limit of ${limit} ${wordsFor[budget]} per minute for this key. Retry in ${resetSeconds} s.`,
    { retryAfterSeconds: resetSeconds, headers },
  );

const wordsFor: Record<WriteBudget, string> = { feedback: "ratings and annotations", signals: "signals" };
