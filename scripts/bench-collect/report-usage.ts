import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Loaded into each measured server before its own code: answers its parent's questions about memory, processor time and
// functions, and ends the server when the parent is gone.
const session = new Session();

async function beginProfile(): Promise<string> {
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  return "";
}

async function endProfile(): Promise<string> {
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  const file = join(tmpdir(), `whetstone-${process.pid}.cpuprofile`);
  writeFileSync(file, JSON.stringify(profile));
  return file;
}

function usage() {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const peakRss = process.resourceUsage().maxRSS * 1_024;
  return { rss, peakRss, heapUsed, cpuMs: (user + system) / 1_000 };
}

process.on("message", (question) => {
  if (question === "usage") process.send?.(usage());
  if (question === "begin") void beginProfile().then((told) => process.send?.(told));
  if (question === "end") void endProfile().then((told) => process.send?.(told));
});
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
