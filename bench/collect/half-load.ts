import { setTimeout as pause } from "node:timers/promises";
import { type HeavyTask, repeat } from "./beside.ts";
import { singleTarget } from "./candidates.ts";
import type { BenchEnvironment } from "./environment.ts";
import { measurePosts } from "./measure-posts.ts";
import type { MeasuredServer } from "./measured-server.ts";
import type { MemorySample } from "./memory-trend.ts";
import type { BenchOptions } from "./options.ts";
import type { Measurement } from "./run-load.ts";
import type { Servers } from "./servers.ts";

/** What a load below the peak showed. */
export interface SteadyLoad extends Measurement {
  /** Requests a second that were due. */
  rate: number;
  minutes: number;
  memory: MemorySample[];
}

/** Sends single ratings or thumbs to the app at half of their peak, and watches its memory meanwhile. */
export async function halfLoad(
  stage: BenchEnvironment,
  servers: Servers & { whetstone: MeasuredServer },
  kind: "rating" | "thumb",
  peak: number,
  { minutes, connections, warmUpSeconds }: BenchOptions,
): Promise<SteadyLoad> {
  const rate = Math.round(peak / 2);
  const pace = { warmUpSeconds, seconds: minutes * 60, rate };
  const watch = watchMemory(servers.whetstone, Math.min(5, (minutes * 60) / 10));
  try {
    const found = await measurePosts(stage, servers, singleTarget(kind, connections), pace);
    return { ...found, rate, minutes, memory: await watch.end() };
  } finally {
    await watch.end();
  }
}

/** A load at half of the peak while something heavy goes on. */
export interface BusyLoad extends Measurement {
  minutes: number;
  /** How often that was done meanwhile. */
  times: number;
}

/** Longest load beside a heavy task, in minutes: there are only so many old answers to delete. */
const BUSY_MINUTES = 0.75;

/** Sends single ratings at half of their peak while a heavy task is repeated. */
export async function busyLoad(
  stage: BenchEnvironment,
  servers: Servers,
  task: HeavyTask,
  peak: number,
  options: BenchOptions,
): Promise<BusyLoad> {
  const minutes = Math.min(BUSY_MINUTES, options.minutes);
  const pace = { warmUpSeconds: options.warmUpSeconds, seconds: minutes * 60, rate: Math.round(peak / 2) };
  const repeated = repeat(stage, task);
  const found = await measurePosts(stage, servers, singleTarget("rating", options.connections), pace).finally(
    async () => void (await repeated.stop().catch(() => {})),
  );
  return { ...found, minutes, times: await repeated.stop() };
}

function watchMemory(server: MeasuredServer, everySeconds: number): { end(): Promise<MemorySample[]> } {
  const stop = new AbortController();
  const began = performance.now();
  const samples: MemorySample[] = [];
  const watching = (async () => {
    while (!stop.signal.aborted) {
      const { rss, heapUsed } = await server.usage();
      samples.push({ seconds: (performance.now() - began) / 1_000, rss, heapUsed });
      await pause(everySeconds * 1_000, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();
  return {
    // A server that ended fails the load itself, which says more.
    end: async () => {
      stop.abort();
      await watching.catch(() => {});
      return samples;
    },
  };
}
