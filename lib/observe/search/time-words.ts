import { quoted } from "./facts.ts";

/** The stretches of time that documents are found by, the longest first, in milliseconds. Each is made of whole ones of the next. */
const stretches = [
  { name: "month", length: 32 * 86_400_000 },
  { name: "day", length: 86_400_000 },
  { name: "hour", length: 3_600_000 },
] as const;

/** One word for each stretch of a project's time: "=day:<project>:20778". The same are written by document-store.ts. */
const timeWord = (name: string, projectId: string, number: number): string =>
  `=${name}:${projectId}:${number}`;

/**
 * The part of a full-text query that keeps it to one project and to the hours that touch [since, until): as few words
 * as cover them. It makes the index do what an order would: a search looks at one stretch after the other, the newest
 * first, and never at more than it needs.
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
