import cluster, { type Worker } from "node:cluster";
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Usage } from "./measured-server.ts";

// Loaded into each measured server before its own code, and into the workers of one that has some: answers its parent's
// questions about memory, processor time and functions, and ends the server when the parent is gone.
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

function ownUsage(): Usage {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const peakRss = process.resourceUsage().maxRSS * 1_024;
  return { rss, peakRss, heapUsed, cpuMs: (user + system) / 1_000 };
}

/** A worker's answer, among all else that it tells its primary. */
interface WorkerUsage {
  measured: Usage;
}

function usageOf(worker: Worker): Promise<Usage> {
  return new Promise((resolve, reject) => {
    const read = (message: unknown) => {
      const { measured } = (message ?? {}) as Partial<WorkerUsage>;
      if (!measured) return;
      worker.off("message", read);
      resolve(measured);
    };
    worker.on("message", read).once("exit", () => reject(new Error("A worker ended while it was measured.")));
    worker.send("usage");
  });
}

/** Of this process and of its workers together. */
async function usage(): Promise<Usage> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const all = [ownUsage(), ...(await Promise.all(workers.map(usageOf)))];
  const sum = (name: keyof Usage) => all.reduce((total, each) => total + each[name], 0);
  return { rss: sum("rss"), peakRss: sum("peakRss"), heapUsed: sum("heapUsed"), cpuMs: sum("cpuMs") };
}

process.on("message", (question) => {
  if (question === "usage" && cluster.isWorker)
    process.send?.({ measured: ownUsage() } satisfies WorkerUsage);
  else if (question === "usage") void usage().then((told) => process.send?.(told));
  if (question === "begin") void beginProfile().then((told) => process.send?.(told));
  if (question === "end") void endProfile().then((told) => process.send?.(told));
});
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// A worker lives by its channel, over which it is told what to listen on.
if (!cluster.isWorker) process.channel?.unref();
