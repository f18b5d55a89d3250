import type { Improvement } from "../adapter/adapter.ts";
import type { Memory } from "../adapter/memory.ts";

/** The improvements to show, newest first. Data from the server can be anything. */
export function newestFirst(found: readonly unknown[]): Improvement[] {
  return found
    .filter(isImprovement)
    .sort((one, other) => momentOf(other.shipped_at) - momentOf(one.shipped_at));
}

function isImprovement(value: unknown): value is Improvement {
  const { improvement_id, title, description } = (value ?? {}) as Partial<Record<keyof Improvement, unknown>>;
  const told = typeof title === "string" && title.trim() !== "";
  return (
    typeof improvement_id === "string" && told && (description == null || typeof description === "string")
  );
}

/** Improvements without a valid date are the oldest. */
const momentOf = (moment: string): number => Date.parse(moment) || 0;

/** The day of a time in the user's time zone and the texts' language; null if it is invalid. */
export function shippedDay(moment: string, language: string): string | null {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return null;
  try {
    return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
  } catch {
    // A dictionary's language tag may be invalid.
    return new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(date);
  }
}

/** Whether the user closed a notice with this improvement. */
export function wasDismissed(memory: Memory | undefined, improvementId: string): boolean {
  return memory?.read(keyOf(improvementId)) === true;
}

/** Remembers that the user closed a notice with this improvement. */
export function rememberDismissed(memory: Memory | undefined, improvementId: string): void {
  memory?.write(keyOf(improvementId), true);
}

const keyOf = (improvementId: string): string => `dismissed ${improvementId}`;
