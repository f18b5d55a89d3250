/**
 * One Ctrl-C can arrive twice, from the terminal and forwarded by the launcher; within this time it counts
 * once (ms).
 */
const SAME = 1_000;

/**
 * Stops gracefully on the first SIGINT or SIGTERM, or when the launcher is gone, and immediately on the
 * second.
 * @param stop ends everything gracefully.
 */
export function stopOnSignals(stop: () => Promise<void>, say: (text: string) => void): void {
  let since: number | undefined;
  const onSignal = () => {
    if (since !== undefined) {
      if (performance.now() - since > SAME) process.exit(130);
      return;
    }
    since = performance.now();
    say("Stopping… (press Ctrl-C again to stop immediately)");
    stop().then(
      () => process.exit(0),
      (error) => {
        say(error instanceof Error ? error.message : String(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  // A killed launcher cannot forward signals; without this, the app would keep running unseen on its port.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onSignal();
  }, 500);
  watch.unref();
}
