import type { DeliveryState } from "#lib/domain/notification-kind.ts";

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** How long after the attempt before each attempt is made, in milliseconds: the schedule of Standard Webhooks. */
export const retryDelays: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** The longest that a receiver can put an attempt off by Retry-After. */
const PUT_OFF_MAX = 24 * HOUR;

/** A channel on which nothing was delivered for this long is disabled when a delivery has had its last attempt. */
const FAILING_MAX = 72 * HOUR;

/** What came of an attempt. */
export type Outcome =
  | { result: "delivered"; status: number | null }
  /** To be tried again, if attempts are left. */
  | { result: "refused"; status: number | null; error: string; retryAfterMs?: number | undefined }
  /** This delivery will never be taken, others may be: an address that does not exist. */
  | { result: "rejected"; status: number | null; error: string }
  /** The receiver wants nothing from here any more. */
  | { result: "gone"; status: number | null; error: string }
  /** Not sent: its recipient unsubscribed meanwhile. */
  | { result: "unwanted"; status: null; error: string };

/** What a delivery becomes after an attempt, and whether its channel goes on. */
export interface NextState {
  state: DeliveryState;
  nextAttemptAt: Date | null;
  /** Why the channel is disabled; null if it goes on. */
  disabled: string | null;
}

/** What the decision is about, as of the attempt. */
export interface Attempt {
  /** Attempts so far, with this one. */
  attempts: number;
  /** Since when nothing was delivered on the channel; null if the last attempt on it was delivered. */
  failingSince: Date | null;
  /** Whether it is tried again: a test is not. */
  retries: boolean;
  /** Whether it goes to a receiver of the project's own, and not to one of several recipients of mail. */
  isEndpoint: boolean;
}

/** Decides what becomes of a delivery after an attempt that ended at `at`. */
export function nextState(outcome: Outcome, attempt: Attempt, at: Date): NextState {
  const ended = (state: DeliveryState, disabled: string | null = null): NextState => ({
    state,
    nextAttemptAt: null,
    disabled,
  });
  if (outcome.result === "delivered") return ended("delivered");
  if (outcome.result === "gone") return ended("failed", "The receiver answered 410: it wants nothing more.");
  if (outcome.result === "unwanted") return ended("dropped");
  if (outcome.result === "rejected") return ended("failed");
  const delay = attempt.retries ? retryDelays[attempt.attempts] : undefined;
  if (delay === undefined) return ended("failed", attempt.retries ? whyDisabled(attempt, at) : null);
  const putOff = Math.min(outcome.retryAfterMs ?? 0, PUT_OFF_MAX);
  return {
    state: "pending",
    nextAttemptAt: new Date(at.getTime() + Math.max(delay, putOff)),
    disabled: null,
  };
}

/** Whether a whole schedule failed, and nothing else got through meanwhile. */
function whyDisabled({ failingSince, isEndpoint }: Attempt, at: Date): string | null {
  if (!isEndpoint || failingSince === null || at.getTime() - failingSince.getTime() < FAILING_MAX)
    return null;
  return `Every attempt since ${failingSince.toISOString().slice(0, 16).replace("T", " ")} UTC failed.`;
}

/** Retry-After as milliseconds from `at`, from seconds or a date; undefined for anything else. */
export function retryAfterMs(header: string | undefined, at: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND;
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - at.getTime());
}
