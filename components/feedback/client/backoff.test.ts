import { expect, it } from "vitest";
import { backoffMs } from "./backoff.ts";

it.each([
  [1, undefined, 1_000],
  [2, undefined, 2_000],
  [5, undefined, 16_000],
  [7, undefined, 60_000],
  [2_000, undefined, 60_000],
  [1, 12, 13_000],
  [9, 0, 1_000],
])("after %i failures and a Retry-After of %j it waits up to %i ms", (failures, retryAfter, longest) => {
  const shortest = (retryAfter ?? 0) * 1_000;
  expect(backoffMs(failures, () => 0, retryAfter)).toBe(shortest);
  expect(backoffMs(failures, () => 0.5, retryAfter)).toBe((shortest + longest) / 2);
  expect(backoffMs(failures, () => 1, retryAfter)).toBe(longest);
});
