import { expect, it } from "vitest";
import { type FailedAttempt, retryWait } from "./retry-wait.ts";

const patience = { attempts: 3, longestWaitMs: 20_000 };

it.each<[string, FailedAttempt, number, number, number | null]>([
  ["a limit, for as long as it says", { failure: "busy", retryAfterMs: 7_000 }, 1, 60_000, 7_000],
  ["a limit that is over", { failure: "busy", retryAfterMs: 0 }, 1, 60_000, 0],
  ["a limit that says nothing", { failure: "busy", retryAfterMs: null }, 1, 60_000, 1_000],
  ["the same again, for twice as long", { failure: "busy", retryAfterMs: null }, 2, 60_000, 2_000],
  ["the last attempt", { failure: "busy", retryAfterMs: 1_000 }, 3, 60_000, null],
  ["a limit for longer than the bench waits", { failure: "busy", retryAfterMs: 21_000 }, 1, 60_000, null],
  ["a limit for longer than there is time", { failure: "busy", retryAfterMs: 9_000 }, 1, 8_000, null],
  ["a server that says when it is back", { failure: "broken", retryAfterMs: 2_000 }, 1, 60_000, 2_000],
  ["a server that is broken", { failure: "broken", retryAfterMs: null }, 1, 60_000, null],
  ["a time-out", { failure: "timed_out", retryAfterMs: null }, 1, 60_000, null],
])("after %s", (_, failed, made, left, wait) => expect(retryWait(failed, made, left, patience)).toBe(wait));
