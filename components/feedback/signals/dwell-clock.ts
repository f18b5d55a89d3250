/** How long a reader counts as active after the last activity. */
const IDLE_MS = 60_000;

/** Anything shorter does not count as viewing. */
const SHORTEST_MS = 1_000;

/** How long an answer has been viewed, in milliseconds of one clock. */
export interface DwellClock {
  /** Viewed, but not reported yet. */
  countedMs: number;
  countedTo: number;
  /** Whether enough of the answer is visible. */
  inSight: boolean;
  pageVisible: boolean;
  /** When the reader was last active. */
  activeAt: number;
}

/** Events that change the clock. */
export type DwellEvent =
  | { type: "sight_changed"; inSight: boolean }
  | { type: "page_changed"; visible: boolean }
  | { type: "active" }
  | { type: "told" };

/** A clock at zero. */
export function newDwellClock(pageVisible: boolean, now: number): DwellClock {
  return { countedMs: 0, countedTo: now, inSight: false, pageVisible, activeAt: now };
}

/** The clock after an event. */
export function advanceDwell(clock: DwellClock, event: DwellEvent, now: number): DwellClock {
  const counted = { ...clock, countedMs: countedAt(clock, now), countedTo: now };
  switch (event.type) {
    case "sight_changed":
      return { ...counted, inSight: event.inSight };
    case "page_changed":
      // Returning to the page counts as activity.
      return { ...counted, pageVisible: event.visible, activeAt: event.visible ? now : counted.activeAt };
    case "active":
      return { ...counted, activeAt: now };
    case "told":
      return { ...counted, countedMs: 0 };
  }
}

/** The seconds to report, rounded to a tenth; null if there are too few. */
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

/** How much of an element is visible, as reported by an IntersectionObserver. */
export interface Sight {
  intersectionRatio: number;
  intersectionRect: { height: number };
  /** Null in a cross-origin frame. */
  rootBounds: { height: number } | null;
}

/** Whether half of the element is visible, or it fills half of the screen. */
export function isInSight(sight: Sight, screenHeight: number): boolean {
  const screen = sight.rootBounds?.height ?? screenHeight;
  return sight.intersectionRatio >= 0.5 || (screen > 0 && sight.intersectionRect.height >= screen / 2);
}
