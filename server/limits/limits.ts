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
  /** Collection. */
  collecting: LaneLimits;
}

/**
 * Connections are spread evenly over processes, but those of one address less so; its share per process is
 * larger by this factor.
 */
const UNEVEN = 1.25;

/**
 * The limits of an installation, or of one of its processes, which share the numbers of running and waiting
 * requests. The longest wait is shorter than the idle time of a connection, so that waiting clients get an
 * error. A single client never gets all the places, unless there is only one.
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
    // Each can use a megabyte of memory.
    collecting: {
      atOnce: part(1_000),
      atOncePerClient: part(250),
      waiting: part(2_000),
      waitingPerClient: part(1_000),
      patienceMs: 15_000,
    },
  };
}
