import { refreshAllMetrics } from "#lib/evaluate/metrics/index";
import { tendCollection } from "#lib/observe/ingest/index";
import { now } from "#lib/platform/clock";
import { log } from "#lib/platform/log";

/** How often, in milliseconds. */
const INTERVAL = 60_000;

/**
 * Does once a minute what nobody waits for: joins events to interactions that came after them, forgets old keys and
 * clients, and counts hours that changed, so that whoever opens a dashboard that nobody looked at for weeks does not
 * pay for them. Any number of processes may do it at once.
 * @returns what ends it.
 */
export function tendMinutely(): () => void {
  const tend = async () => {
    await run(tendCollection, "the collection was not tended");
    await run(() => refreshAllMetrics(now()), "the metrics were not refreshed");
  };
  const timer = setInterval(() => void tend(), INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}

async function run(work: () => Promise<unknown>, otherwise: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    log().warn({ err: error }, otherwise);
  }
}
