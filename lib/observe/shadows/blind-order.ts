import { sha256Hex } from "#lib/platform/ids.ts";
import type { SentVerdict } from "./schema.ts";

/** What a reviewer preferred. */
export type Verdict = "candidate" | "shown" | "tie";

/**
 * Whether the candidate's answer comes first. The order looks random, differs between reviewers, and stays: a page that is
 * loaded again must not swap the answers.
 */
export const candidateIsFirst = (shadowId: string, reviewerId: string): boolean =>
  Number.parseInt(sha256Hex(JSON.stringify([shadowId, reviewerId])).slice(0, 2), 16) % 2 === 0;

/** Whose answer was preferred. */
export function toVerdict(better: SentVerdict, isCandidateFirst: boolean): Verdict {
  if (better === "tie") return "tie";
  return (better === "first") === isCandidateFirst ? "candidate" : "shown";
}
