/** How much of a pause counts as time spent on the text. */
export const PAUSE_MOST_MS = 30_000;

/** How long a user has worked on a text, in milliseconds of one clock. */
export interface EditTime {
  spentMs: number;
  /** When they last did something, while active: in the field, with the page visible. */
  since: number | null;
}

/** Not active yet. */
export const noTime: EditTime = { spentMs: 0, since: null };

/** The user focused the text, or did something in it. */
export const active = (time: EditTime, now: number): EditTime => ({ spentMs: spent(time, now), since: now });

/** They left the field, or the page was hidden. */
export const paused = (time: EditTime, now: number): EditTime => ({ spentMs: spent(time, now), since: null });

/** The time spent so far. */
export function spent({ spentMs, since }: EditTime, now: number): number {
  return since === null ? spentMs : spentMs + Math.min(PAUSE_MOST_MS, Math.max(0, now - since));
}
