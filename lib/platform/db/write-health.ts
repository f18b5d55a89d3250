import { databaseFault } from "#lib/platform/problem/index.ts";
import { processWide } from "#lib/platform/process-wide.ts";

/** How long a failed write counts without another attempt, in milliseconds. */
const REMEMBERED_MS = 30_000;

/** Writes are noted in one copy of this module and asked about in another. */
const last = processWide("last write", (): { fault?: { words: string; at: number } | undefined } => ({}));

/** Records that a write was stored, or why it failed. */
export function noteWrite(error?: unknown): void {
  const fault = databaseFault(error);
  last().fault = fault && !fault.isContention ? { words: fault.words, at: performance.now() } : undefined;
}

/** Why this process's last write failed, for display; undefined if it succeeded or failed long ago. */
export function writeFault(): string | undefined {
  const { fault } = last();
  return fault && performance.now() - fault.at < REMEMBERED_MS ? fault.words : undefined;
}
