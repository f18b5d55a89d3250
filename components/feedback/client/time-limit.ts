import { timer } from "./timer.ts";

/** A signal that aborts after a time, as `AbortSignal.timeout` where that is missing: React Native, browsers before 2022. */
export function timeLimit(ms: number): AbortSignal {
  if (typeof globalThis.AbortSignal?.timeout === "function") return AbortSignal.timeout(ms);
  const limit = new AbortController();
  timer().set(ms, () => limit.abort(Object.assign(new Error("timed out"), { name: "TimeoutError" })));
  return limit.signal;
}
