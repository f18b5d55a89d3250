import { englishRefusals } from "../texts/english/refusals.ts";

/** An error from the server or the client. */
export interface Refusal {
  /** The error code, from the server (`token_expired`) or from the client (`unreachable`). */
  code: string;
  /** The HTTP status; 0 if there was no response. */
  status: number;
  /** The message to show to the user. */
  detail: string;
  /** Whether retrying may succeed. */
  retryable: boolean;
  /** Seconds to wait before retrying, if the server sent them. */
  retryAfterSeconds?: number | undefined;
}

/** Thrown by an adapter when a rating was not stored or not removed. */
export class FeedbackRefused extends Error implements Refusal {
  declare readonly code: string;
  declare readonly status: number;
  declare readonly detail: string;
  declare readonly retryable: boolean;
  declare readonly retryAfterSeconds: number | undefined;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.detail, options);
    const { code, status, detail, retryable, retryAfterSeconds } = refusal;
    const name = "FeedbackRefused";
    Object.assign(this, { name, code, status, detail, retryable, retryAfterSeconds });
  }
}

/** Turns any error into a refusal: a host's adapter may throw its own errors. */
export function asRefusal(thrown: unknown): FeedbackRefused {
  if (thrown instanceof FeedbackRefused) return thrown;
  return new FeedbackRefused(
    { code: "unexpected", status: 0, detail: englishRefusals.unexpected, retryable: true },
    { cause: thrown },
  );
}

/** Whether the server may have acted despite the error: there was no response, or one from a proxy. */
export function outcomeUnknown(refusal: FeedbackRefused): boolean {
  return refusal.status === 0 || refusal.status >= 500;
}

/** The refusal for a request without a response. */
export function refusalOfNoAnswer(cause: unknown): FeedbackRefused {
  const timedOut = cause instanceof Error && cause.name === "TimeoutError";
  const code = timedOut ? "timed_out" : "unreachable";
  return new FeedbackRefused({ code, status: 0, detail: englishRefusals[code], retryable: true }, { cause });
}
