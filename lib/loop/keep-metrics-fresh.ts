import { refreshAllMetrics } from "#lib/evaluate/metrics/index";
import { log } from "#lib/platform/log";

/** How often hours that changed are counted without anybody looking, in milliseconds. */
const INTERVAL = 60_000;

/**
 * Counts what changed once a minute, so that whoever opens a dashboard that nobody looked at for weeks does not pay for
 * them. Any number of processes may do it at once.
 * @returns what ends it.
 */
export function keepMetricsFresh(): () => void {
  const refresh = () =>
    refreshAllMetrics().catch((error: unknown) =>
      log().warn({ err: error }, "the metrics were not refreshed"),
    );
  const timer = setInterval(refresh, INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}
