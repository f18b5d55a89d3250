/** How long the same message is suppressed, in milliseconds. */
const QUIET_MS = 60_000;

/** Passes on only the first of many errors: an outage is one message per minute. */
export function throttleErrors(say: (error: unknown) => void): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + QUIET_MS;
    say(error);
  };
}
