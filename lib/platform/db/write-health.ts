import { databaseFault } from "#lib/platform/problem/index.ts";
import { processWide } from "#lib/platform/process-wide.ts";

/** How long a failed write counts without another try, in milliseconds: who is asked to send less must be tried again. */
const REMEMBERED_MS = 30_000;

/** Writes are noted in one copy of this module and asked about in another. */
const last = processWide("last write", (): { fault?: { words: string; at: number } | undefined } => ({}));

/** Notes that a write was stored, or why the database did not take it. */
export function noteWrite(error?: unknown): void {
  const fault = databaseFault(error);
  last().fault = fault && !fault.isContention ? { words: fault.words, at: performance.now() } : undefined;
}

/** Why the last write of this process failed, for people; undefined where it was stored, or failed long ago. */
export function writeFault(): string | undefined {
  const { fault } = last();
  return fault && performance.now() - fault.at < REMEMBERED_MS ? fault.words : undefined;
}
