import { median, slope } from "./statistics.ts";

/** Memory of a server at one moment of a load, in bytes. */
export interface MemorySample {
  seconds: number;
  rss: number;
  heapUsed: number;
}

/** How one kind of memory went, in MB. */
export interface Trend {
  firstThird: number;
  lastThird: number;
  perMinute: number;
}

const MB = 1_000_000;

/** Medians of the first and the last third, as garbage collection makes a saw of it, and the slope over all. */
export function memoryTrend(samples: readonly MemorySample[], kind: "rss" | "heapUsed"): Trend {
  const third = Math.ceil(samples.length / 3);
  const values = samples.map((sample) => sample[kind] / MB);
  return {
    firstThird: median(values.slice(0, third)),
    lastThird: median(values.slice(-third)),
    perMinute: slope(samples.map(({ seconds }, at) => ({ x: seconds / 60, y: values[at] ?? 0 }))),
  };
}

/** The last third may lie this much over the first and still count as flat. */
export const FLAT_WITHIN = 0.1;

/** Whether memory came to rest. */
export const isFlat = ({ firstThird, lastThird }: Trend): boolean =>
  lastThird <= firstThird * (1 + FLAT_WITHIN);
