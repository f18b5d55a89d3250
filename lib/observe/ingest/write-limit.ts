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

/** The remaining writes of a sender; secret keys are not limited. */
export interface WriteLimit {
  headers: Record<string, string>;
  /** How many writes of each budget are granted, and the error for those beyond. */
  budgets: Record<WriteBudget, { granted: number; refusal: () => Problem }>;
}

/** How many writes of each budget a request makes. */
export type RequestedWrites = Partial<Record<WriteBudget, number>>;

const nobodyRefuses = (): never => {
  throw new Error("More writes were counted than requested.");
};
const unlimited = { granted: Number.POSITIVE_INFINITY, refusal: nobodyRefuses };
const nothingAsked = { granted: 0, refusal: nobodyRefuses };

/**
 * Charges writes and bytes to the limits of their key and client address. Writes count what was accepted, so
 * they are returned if the bytes exceed their limit. Bytes count what was sent, so they are not returned if
 * the writes exceed theirs.
 * @throws Problem 429 if no write is granted, or if the address has reached its byte limit.
 */
export async function limitWrites(
  { caller, address, bodyBytes }: Sender,
  asked: RequestedWrites,
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
    // Everything is charged at once, so a request within its limits waits for the database only once.
    const charged = { feedback: feedback?.granted ?? 0, signals: signals?.granted ?? 0 };
    for (const budget of ["feedback", "signals"] as const)
      if (charged[budget] > 0) await giveBackWrites(caller, address, budget, charged[budget]);
    throw tooManyBytes(caller.project.quotas.addressKilobytes, bytes.resetSeconds);
  }
  // A request with feedback gets the headers of the feedback budget.
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

/**
 * The RateLimit-* headers of an allowance (draft-ietf-httpapi-ratelimit-headers), and the budget it belongs
 * to.
 */
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
