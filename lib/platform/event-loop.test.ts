import { expect, it } from "vitest";
import { eventLoopDelay, watchEventLoop } from "./event-loop.ts";

const HELD_MS = 60;

it("tells how long the event loop was held, once somebody watches it", async () => {
  expect(eventLoopDelay()).toBeNull();
  watchEventLoop();
  const holdAndRead = () => {
    const end = performance.now() + HELD_MS;
    while (performance.now() < end);
    return eventLoopDelay()?.max;
  };
  await expect.poll(holdAndRead).toBeGreaterThan(HELD_MS / 2);
});
