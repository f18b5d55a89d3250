import { type Candidate, countCandidates, toCandidate } from "../observe/shadows/index.ts";

const DAY_MS = 86_400_000;

/** The candidates whose shadow answers were given in the last days, most first. */
export async function readCandidates(projectId: string, days: number, now: Date): Promise<Candidate[]> {
  const counted = await countCandidates(projectId, new Date(now.getTime() - days * DAY_MS));
  return counted.map(toCandidate);
}
