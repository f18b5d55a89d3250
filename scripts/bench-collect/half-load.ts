import { setTimeout as pause } from "node:timers/promises";
import { requireRows } from "./contestants.ts";
import type { MeasuredServer } from "./measured-server.ts";
import type { MemorySample } from "./memory-trend.ts";
import type { BenchOptions } from "./options.ts";
import { type Measurement, runLoad } from "./run-load.ts";
import type { Stage } from "./stage.ts";

/** What a load below the peak showed. */
export interface SteadyLoad extends Measurement {
  /** Requests a second that were due. */
  rate: number;
  minutes: number;
  memory: MemorySample[];
}

/** Sends single events at half of a peak, and watches the server's memory meanwhile. */
export async function halfLoad(
  stage: Stage,
  server: MeasuredServer,
  peak: number,
  { minutes, connections, warmUpSeconds }: BenchOptions,
): Promise<SteadyLoad> {
  await stage.clear();
  const rate = Math.round(peak / 2);
  const watch = watchMemory(server, Math.min(5, (minutes * 60) / 10));
  const run = crypto.randomUUID().slice(0, 8);
  const { secretKey } = stage;
  const url = `${server.url}/api/interactions`;
  const single = { batch: 1, envelope: "interactions", connections };
  const load = { ...single, url, secretKey, run, warmUpSeconds, seconds: minutes * 60, rate };
  try {
    const found = await runLoad(server, load);
    await requireRows(stage, "interactions", found.acknowledged);
    return { ...found, rate, minutes, memory: await watch.end() };
  } finally {
    await watch.end();
  }
}

function watchMemory(server: MeasuredServer, everySeconds: number): { end(): Promise<MemorySample[]> } {
  const stop = new AbortController();
  const began = performance.now();
  const watching = (async () => {
    const samples: MemorySample[] = [];
    while (!stop.signal.aborted) {
      const { rss, heapUsed } = await server.usage();
      samples.push({ seconds: (performance.now() - began) / 1_000, rss, heapUsed });
      await pause(everySeconds * 1_000, undefined, { signal: stop.signal }).catch(() => {});
    }
    return samples;
  })();
  return {
    end: () => {
      stop.abort();
      return watching;
    },
  };
}
