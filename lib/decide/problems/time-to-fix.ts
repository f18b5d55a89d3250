import { type Mean, mean } from "#lib/domain/rate.ts";

/** When one prompt version was first used, and first complained of. */
export interface VersionLife {
  promptTemplate: string;
  promptVersion: string;
  firstAt: Date;
  /** Of the first answer that got a thumbs-down; null where none did. */
  firstDownAt: Date | null;
}

/** A prompt version that was complained of, and the version of the same prompt that came next. */
export interface Fix {
  promptTemplate: string;
  promptVersion: string;
  complainedAt: Date;
  nextVersion: string;
  nextAt: Date;
  /** From the one to the other. */
  hours: number;
}

/** A median that never stands without its n; of nothing, null and the reason. */
export type Median = Mean;

/**
 * The fixes that came from `since` on and before `until`, the newest first. Until shipped fixes are recorded, the next
 * version of a prompt stands for the fix of the one before. A version of which nobody complained before the next one came
 * was not fixed by it.
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

/** How long fixes took in the middle, in hours. */
export function medianHours(fixes: readonly Fix[]): Median {
  const hours = fixes.map((fix) => fix.hours).sort((one, other) => one - other);
  const [lower, upper] = [hours[Math.ceil(hours.length / 2) - 1], hours[Math.floor(hours.length / 2)]];
  if (lower === undefined || upper === undefined) return mean(0, 0);
  return { value: (lower + upper) / 2, n: hours.length };
}
