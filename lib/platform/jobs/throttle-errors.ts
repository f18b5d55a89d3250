/** How long the same is not said again, in milliseconds. */
const QUIET_MS = 60_000;

/** Passes on the first of many errors that come together: an outage is one message a minute. */
export function throttleErrors(say: (error: unknown) => void): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + QUIET_MS;
    say(error);
  };
}
