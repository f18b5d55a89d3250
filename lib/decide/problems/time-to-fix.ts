import { type Mean, mean } from "#lib/domain/rate.ts";

/** When a prompt version was first used, and when it got its first thumbs down. */
export interface VersionLife {
  promptTemplate: string;
  promptVersion: string;
  firstAt: Date;
  /** The time of the first answer that got a thumbs down; null if none did. */
  firstDownAt: Date | null;
}

/** A prompt version with a thumbs down, and the next version of the same prompt. */
export interface Fix {
  promptTemplate: string;
  promptVersion: string;
  complainedAt: Date;
  nextVersion: string;
  nextAt: Date;
  /** Time between the two. */
  hours: number;
}

/** A median with its n; null with the reason if n is 0. */
export type Median = Mean;

/**
 * The fixes from `since` (inclusive) to `until` (exclusive), newest first. Until shipped fixes are recorded, the next
 * version of a prompt counts as the fix of the previous one, unless that had no thumbs down before.
 */
export function findFixes(lives: readonly VersionLife[], since: Date, until: Date): Fix[] {
  const templates = Map.groupBy(lives, ({ promptTemplate }) => promptTemplate);
  return [...templates.values()]
    .flatMap((versions) => {
      const inOrder = [...versions].sort((one, other) => one.firstAt.getTime() - other.firstAt.getTime());
      return inOrder.flatMap((life, index) => fixBetween(life, inOrder[index + 1]));
    })
    .filter(({ nextAt }) => nextAt >= since && nextAt < until)
    .sort((one, other) => other.nextAt.getTime() - one.nextAt.getTime());
}

const HOUR_MS = 3_600_000;

function fixBetween(
  { promptTemplate, promptVersion, firstDownAt }: VersionLife,
  next: VersionLife | undefined,
): Fix[] {
  if (firstDownAt === null || next === undefined || next.firstAt < firstDownAt) return [];
  const hours = (next.firstAt.getTime() - firstDownAt.getTime()) / HOUR_MS;
  const after = { nextVersion: next.promptVersion, nextAt: next.firstAt, hours };
  return [{ promptTemplate, promptVersion, complainedAt: firstDownAt, ...after }];
}

/** The median duration of fixes, or of other things that take a while, in hours. */
export function medianHours(fixes: readonly Pick<Fix, "hours">[]): Median {
  const hours = fixes.map((fix) => fix.hours).sort((one, other) => one - other);
  const [lower, upper] = [hours[Math.ceil(hours.length / 2) - 1], hours[Math.floor(hours.length / 2)]];
  if (lower === undefined || upper === undefined) return mean(0, 0);
  return { value: (lower + upper) / 2, n: hours.length };
}
