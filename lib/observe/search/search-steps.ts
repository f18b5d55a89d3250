/** How long the first stretch of time is that a search looks at, and by how much each next one is longer. */
const FIRST = 3_600_000;
const GROWTH = 4;

/** The time that a search looks at: from its end back, or from its beginning on. */
export interface Walk {
  since: Date;
  until: Date;
  backwards: boolean;
}

/** A stretch of it. */
export interface Step {
  since: Date;
  until: Date;
  length: number;
}

/** The stretch to begin with. Stretches meet at full hours, as the words of time do. */
export const firstStep = (walk: Walk): Step =>
  stepFrom(walk, (walk.backwards ? walk.since : walk.until).getTime(), FIRST);

/** The next stretch, longer since the last one did not fill a page; null at the end of the walk. */
export function nextStep(walk: Walk, { since, until, length }: Step): Step | null {
  if (walk.backwards) return until >= walk.until ? null : stepFrom(walk, until.getTime(), length * GROWTH);
  return since <= walk.since ? null : stepFrom(walk, since.getTime(), length * GROWTH);
}

/** The first part of a stretch that had too much in it to be sorted; null where it cannot be shorter. */
export function shorterStep(walk: Walk, { since, until, length }: Step): Step | null {
  if (length <= FIRST) return null;
  const from = (walk.backwards ? since : until).getTime();
  return stepFrom(walk, from, Math.max(FIRST, length / GROWTH ** 2));
}

function stepFrom({ since, until, backwards }: Walk, from: number, length: number): Step {
  if (backwards) {
    const end = Math.floor(from / FIRST) * FIRST + length;
    return { since: new Date(from), until: new Date(Math.min(end, until.getTime())), length };
  }
  const begin = Math.ceil(from / FIRST) * FIRST - length;
  return { since: new Date(Math.max(begin, since.getTime())), until: new Date(from), length };
}
