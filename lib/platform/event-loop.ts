import { monitorEventLoopDelay } from "node:perf_hooks";
import { processWide } from "#lib/platform/process-wide.ts";

type IntervalHistogram = ReturnType<typeof monitorEventLoopDelay>;

/** The event loop's delay, in milliseconds. */
export interface EventLoopDelay {
  p99: number;
  max: number;
}

/** The period of one histogram, in milliseconds. */
const SPAN_MS = 60_000;

/** The sampling interval, in milliseconds; anything beyond it is delay. */
const RESOLUTION_MS = 10;

const watch = processWide(
  "event loop",
  (): { of?: { last: IntervalHistogram; now: IntervalHistogram } } => ({}),
);

/** Starts monitoring this process's event loop. */
export function watchEventLoop(): void {
  if (watch().of) return;
  const now = beginHistogram();
  const watched = { last: now, now };
  watch().of = watched;
  setInterval(() => {
    if (watched.last !== watched.now) watched.last.disable();
    watched.last = watched.now;
    watched.now = beginHistogram();
  }, SPAN_MS).unref();
}

/** The event loop's delay over the last one to two minutes; null if not monitored. */
export function eventLoopDelay(): EventLoopDelay | null {
  const { of: watched } = watch();
  if (!watched) return null;
  const { last, now } = watched;
  const worst = (read: (of: IntervalHistogram) => number) =>
    Math.max(0, Math.round((Math.max(read(last), read(now)) / 1e6 - RESOLUTION_MS) * 10) / 10);
  return { p99: worst((of) => of.percentile(99)), max: worst(({ max }) => max) };
}

function beginHistogram(): IntervalHistogram {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  return histogram;
}
