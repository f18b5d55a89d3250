import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// Loaded into the app before its own code: writes every stall of its event loop to a file.

/** How often to check the event loop, and the shortest stall to report, in milliseconds. */
const LOOK_EVERY_MS = 2;
const TOLD_FROM_MS = 10;

const file = process.env.WHETSTONE_STALLS;
if (file && isMainThread) {
  let [last, before] = [performance.now(), process.threadCpuUsage()];
  const look = () => {
    const now = performance.now();
    const { user, system } = process.threadCpuUsage(before);
    const wall = now - last - LOOK_EVERY_MS;
    if (wall >= TOLD_FROM_MS)
      appendFileSync(
        file,
        `${JSON.stringify({ at: Date.now(), wall, own: Math.min(wall, (user + system) / 1_000) })}\n`,
      );
    [last, before] = [performance.now(), process.threadCpuUsage()];
    setTimeout(look, LOOK_EVERY_MS);
  };
  setTimeout(look, LOOK_EVERY_MS).unref();
}
