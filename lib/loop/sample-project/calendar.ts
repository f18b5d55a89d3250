import type { Random } from "./random.ts";

/** Days of the sample, today included. */
export const DAYS = 90;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Sessions of an ordinary day in the middle of the sample. */
const SESSIONS = 65;

/** How busy each day of the week is, Sunday first. */
const WEEK = [0.4, 1.12, 1.18, 1.12, 1.06, 0.9, 0.45] as const;

/** When somebody sat down, and how many answers they asked for. */
export interface Sitting {
  /** Which day of the sample, from 0 on. */
  day: number;
  startsAt: Date;
  answers: number;
}

/** Midnight (UTC) of the sample's first day. */
export const firstMidnight = (now: Date): number => Math.floor(now.getTime() / DAY) * DAY - (DAYS - 1) * DAY;

/** The sittings of one day: fewer at weekends and at night, slowly more from week to week. */
export function sittingsOfDay(random: Random, day: number, now: Date): Sitting[] {
  const midnight = firstMidnight(now) + day * DAY;
  const growth = 0.78 + (0.44 * day) / DAYS;
  const busy = WEEK[new Date(midnight).getUTCDay()] ?? 1;
  const count = Math.round(SESSIONS * growth * busy * random.lognormal(1, 0.1));
  return Array.from({ length: count }, () => ({
    day,
    startsAt: new Date(midnight + Math.round(timeOfDay(random))),
    answers: answersOfSitting(random),
  }));
}

/** Milliseconds after midnight: a peak in the morning, one in the afternoon, a trickle around the clock. */
function timeOfDay(random: Random): number {
  const hour = random.chance(0.06)
    ? random.next() * 24
    : random.chance(0.55)
      ? 10 + random.normal() * 1.4
      : 15 + random.normal() * 1.9;
  return Math.min(23.9, Math.max(0, hour)) * HOUR;
}

/** One to eight; most sittings are short. */
function answersOfSitting(random: Random): number {
  let answers = 1;
  while (answers < 8 && random.chance(0.58)) answers += 1;
  return answers;
}
