import { expect, it } from "vitest";
import { liveWait } from "./poll-backoff.ts";

it.each([
  [0, 5_000],
  [1, 10_000],
  [3, 40_000],
  [4, 60_000],
  [2_000, 60_000],
])("waits after %i failures for %i ms", (failures, wait) => expect(liveWait(failures)).toBe(wait));
