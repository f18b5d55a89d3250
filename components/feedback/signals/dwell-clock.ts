/** How long a reader is taken to read on after the last sign of life. */
const IDLE_MS = 60_000;

/** A shorter look is none. */
const SHORTEST_MS = 1_000;

/** How long one answer has been looked at, in milliseconds of any one clock. */
export interface DwellClock {
  /** Looked at and not told yet. */
  countedMs: number;
  countedTo: number;
  /** Whether enough of the answer is on the screen. */
  inSight: boolean;
  pageVisible: boolean;
  /** When the reader last gave a sign of life. */
  activeAt: number;
}

/** What may happen to the clock. */
export type DwellEvent =
  | { type: "sight_changed"; inSight: boolean }
  | { type: "page_changed"; visible: boolean }
  | { type: "active" }
  | { type: "told" };

/** A clock that has counted nothing. */
export function newDwellClock(pageVisible: boolean, now: number): DwellClock {
  return { countedMs: 0, countedTo: now, inSight: false, pageVisible, activeAt: now };
}

/** The clock after something happened. */
export function advanceDwell(clock: DwellClock, event: DwellEvent, now: number): DwellClock {
  const counted = { ...clock, countedMs: countedAt(clock, now), countedTo: now };
  switch (event.type) {
    case "sight_changed":
      return { ...counted, inSight: event.inSight };
    case "page_changed":
      // Who comes back to a page is there.
      return { ...counted, pageVisible: event.visible, activeAt: event.visible ? now : counted.activeAt };
    case "active":
      return { ...counted, activeAt: now };
    case "told":
      return { ...counted, countedMs: 0 };
  }
}

/** The seconds to tell of, to a tenth; null while there are too few. */
export function dwellSeconds(clock: DwellClock, now: number): number | null {
  const ms = countedAt(clock, now);
  return ms < SHORTEST_MS ? null : Math.round(ms / 100) / 10;
}

function countedAt(
  { countedMs, countedTo, inSight, pageVisible, activeAt }: DwellClock,
  now: number,
): number {
  if (!inSight || !pageVisible) return countedMs;
  return countedMs + Math.max(0, Math.min(now, activeAt + IDLE_MS) - countedTo);
}

/** How much of an element is on the screen, as an IntersectionObserver tells it. */
export interface Sight {
  intersectionRatio: number;
  intersectionRect: { height: number };
  /** Null in a frame of another origin. */
  rootBounds: { height: number } | null;
}

/** Whether half of the element is on the screen, or it fills half of the screen. */
export function isInSight(sight: Sight, screenHeight: number): boolean {
  const screen = sight.rootBounds?.height ?? screenHeight;
  return sight.intersectionRatio >= 0.5 || (screen > 0 && sight.intersectionRect.height >= screen / 2);
}
