import type { ConnectionLimits } from "./connections.ts";
import type { LaneLimits } from "./lane.ts";
import type { PipelineLimits } from "./pipeline.ts";

/** The configurable limits. */
export interface LimitSettings {
  connectionsPerAddress: number;
  pagesAtOnce: number;
  /** How many processes share them. Defaults to one. */
  processes?: number;
}

/** All concurrency limits. */
export interface Limits extends ConnectionLimits, PipelineLimits {
  /** Pages, and files served by Next. */
  pages: LaneLimits;
  /** API calls, except collection. */
  calls: LaneLimits;
  /** Collecting. */
  collecting: LaneLimits;
}

/** Connections come evenly, but those of one address not quite: its part of a process is larger by so much. */
const UNEVEN = 1.25;

/**
 * The limits of an installation, or of one of its processes: what it takes at once, and what may wait, they share. The
 * longest wait is shorter than a connection may stand still, so that whoever waits is told that it was too long. One client
 * never has all the places, unless there is one.
 */
export function toLimits({ connectionsPerAddress, pagesAtOnce, processes = 1 }: LimitSettings): Limits {
  const part = (of: number) => Math.ceil(of / processes);
  const waiting = { waiting: part(500), waitingPerClient: part(200), patienceMs: 15_000 };
  const pages = part(pagesAtOnce);
  return {
    connections: part(10 * connectionsPerAddress),
    connectionsPerAddress: processes === 1 ? connectionsPerAddress : part(UNEVEN * connectionsPerAddress),
    standstillMs: 20_000,
    atOnce: 8,
    unreadBytes: 1_000_000,
    waiting: part(20_000),
    pages: { atOnce: pages, atOncePerClient: Math.max(1, Math.floor(pages * 0.75)), ...waiting },
    calls: { atOnce: part(48), atOncePerClient: part(32), ...waiting },
    // Each may have a megabyte in memory.
    collecting: {
      atOnce: part(1_000),
      atOncePerClient: part(250),
      waiting: part(2_000),
      waitingPerClient: part(1_000),
      patienceMs: 15_000,
    },
  };
}
