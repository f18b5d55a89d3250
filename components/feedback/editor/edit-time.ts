/** Of a pause, no more than this counts as time spent on the text. */
export const PAUSE_MOST_MS = 30_000;

/** How long somebody has worked on a text. Times are in milliseconds, of one clock. */
export interface EditTime {
  spentMs: number;
  /** When they last did something, while they are at it: in the field, with the page in sight. */
  since: number | null;
}

/** Nobody has been at the text yet. */
export const noTime: EditTime = { spentMs: 0, since: null };

/** Somebody came to the text, or did something there. */
export const active = (time: EditTime, now: number): EditTime => ({ spentMs: spent(time, now), since: now });

/** They left the field, or the page is out of sight. */
export const paused = (time: EditTime, now: number): EditTime => ({ spentMs: spent(time, now), since: null });

/** The time spent until now. */
export function spent({ spentMs, since }: EditTime, now: number): number {
  return since === null ? spentMs : spentMs + Math.min(PAUSE_MOST_MS, Math.max(0, now - since));
}
