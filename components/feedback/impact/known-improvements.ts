import type { Improvement } from "../adapter/adapter.ts";
import type { Memory } from "../adapter/memory.ts";

/** What can be told of, the newest first. What came over the wire may be anything. */
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

/** What was shipped nobody knows when is the oldest. */
const momentOf = (moment: string): number => Date.parse(moment) || 0;

/** The day of a moment in the reader's zone and the words' language; null where there is none. */
export function shippedDay(moment: string, language: string): string | null {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return null;
  try {
    return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
  } catch {
    // A dictionary may name its language in any way.
    return new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(date);
  }
}

/** Whether the user closed a notice that told of this improvement. */
export function wasDismissed(memory: Memory | undefined, improvementId: string): boolean {
  return memory?.read(keyOf(improvementId)) === true;
}

/** Remembers that the user closed a notice that told of this improvement. */
export function rememberDismissed(memory: Memory | undefined, improvementId: string): void {
  memory?.write(keyOf(improvementId), true);
}

const keyOf = (improvementId: string): string => `dismissed ${improvementId}`;
