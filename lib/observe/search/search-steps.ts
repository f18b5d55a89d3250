/** The length of the first time range that a search looks at, and the factor for each next one. */
const FIRST = 3_600_000;
const GROWTH = 4;

/** The time that a search covers: backward from its end or, if `backwards`, forward from its start. */
export interface Walk {
  since: Date;
  until: Date;
  backwards: boolean;
}

/** A range of it. */
export interface Step {
  since: Date;
  until: Date;
  length: number;
}

/** The first range. Ranges begin and end on full hours, like the indexed words for time. */
export const firstStep = (walk: Walk): Step =>
  stepFrom(walk, (walk.backwards ? walk.since : walk.until).getTime(), FIRST);

/** The next range, longer because the last one did not fill a page; null at the end. */
export function nextStep(walk: Walk, { since, until, length }: Step): Step | null {
  if (walk.backwards) return until >= walk.until ? null : stepFrom(walk, until.getTime(), length * GROWTH);
  return since <= walk.since ? null : stepFrom(walk, since.getTime(), length * GROWTH);
}

/** The first part of a range with too many matches to sort; null if it cannot be shorter. */
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
