const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait after this many consecutive failures, in milliseconds: doubling, with full jitter, so that
 * clients which failed together do not retry together. A wait requested by the server takes precedence.
 */
export function backoffMs(
  failures: number,
  random: () => number,
  retryAfterSeconds: number | undefined,
): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1_000 + random() * FIRST_MS;
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
}
