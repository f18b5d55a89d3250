import { quoted } from "./facts.ts";

/**
 * The time ranges that documents are indexed by, longest first, in milliseconds. Each is a multiple of the
 * next.
 */
const stretches = [
  { name: "month", length: 32 * 86_400_000 },
  { name: "day", length: 86_400_000 },
  { name: "hour", length: 3_600_000 },
] as const;

/**
 * The word for a time range of a project: "=day:<project>:20778". Must match the words written by
 * document-store.ts.
 */
const timeWord = (name: string, projectId: string, number: number): string =>
  `=${name}:${projectId}:${number}`;

/**
 * The part of a full-text query that limits it to a project and to the hours in [since, until), with as few
 * words as possible. It takes the place of an ordered index: a search goes from one range to the next, newest
 * first, and never reads more than it needs.
 */
export function timeQuery(projectId: string, since: Date, until: Date): string {
  const words: string[] = [];
  let at = since.getTime();
  while (at < until.getTime()) {
    const { name, length } =
      stretches.find(({ length }) => at % length === 0 && at + length <= until.getTime()) ?? hours;
    const number = Math.floor(at / length);
    words.push(quoted(timeWord(name, projectId, number)));
    at = (number + 1) * length;
  }
  return `(${words.join(" | ")})`;
}

const hours = stretches[2];
