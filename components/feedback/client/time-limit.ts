import { timer } from "./timer.ts";

/**
 * A signal that aborts after a time, for environments without `AbortSignal.timeout`: React Native, browsers
 * before 2022.
 */
export function timeLimit(ms: number): AbortSignal {
  if (typeof globalThis.AbortSignal?.timeout === "function") return AbortSignal.timeout(ms);
  const limit = new AbortController();
  timer().set(ms, () => limit.abort(Object.assign(new Error("timed out"), { name: "TimeoutError" })));
  return limit.signal;
}
