import type { ConnectionLimits } from "./connections.ts";
import type { LaneLimits } from "./lane.ts";
import type { PipelineLimits } from "./pipeline.ts";

/** What of the limits an installation sets. */
export interface LimitSettings {
  connectionsPerAddress: number;
  pagesAtOnce: number;
}

/** Every limit on what is under way. */
export interface Limits extends ConnectionLimits, PipelineLimits {
  /** Pages, and files that Next sends. */
  pages: LaneLimits;
  /** Calls of the API, but for collecting. */
  calls: LaneLimits;
  /** Collecting. */
  collecting: LaneLimits;
}

/**
 * The limits of an installation. The longest wait is shorter than a connection may stand still, so that whoever waits is
 * told that it was too long. One client never has all the places.
 */
export const limitsOf = ({ connectionsPerAddress, pagesAtOnce }: LimitSettings): Limits => ({
  connections: 10 * connectionsPerAddress,
  connectionsPerAddress,
  standstillMs: 20_000,
  atOnce: 8,
  unreadBytes: 1_000_000,
  waiting: 20_000,
  pages: {
    atOnce: pagesAtOnce,
    atOncePerClient: Math.max(1, Math.ceil(pagesAtOnce * 0.75)),
    waiting: 500,
    waitingPerClient: 200,
    patienceMs: 15_000,
  },
  calls: { atOnce: 48, atOncePerClient: 32, waiting: 500, waitingPerClient: 200, patienceMs: 15_000 },
  // Each may have a megabyte in memory.
  collecting: {
    atOnce: 1_000,
    atOncePerClient: 250,
    waiting: 2_000,
    waitingPerClient: 1_000,
    patienceMs: 15_000,
  },
});
