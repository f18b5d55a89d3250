import { type Indexed, indexSome, projectsToIndex } from "./mark-store.ts";

/** Most documents that a reader waits for. */
const READ_FIRST = 300;

/** Most documents that one transaction of the job makes. */
const AT_ONCE = 1_000;

/** Makes what was just collected searchable before it is searched for, unless there is too much of it to wait for. */
export const indexNewest = (projectId: string): Promise<Indexed> => indexSome(projectId, READ_FIRST);

/**
 * Makes what was collected searchable, project after project, until nothing waits or `until` has passed. It pauses as long
 * as it works, so that it never takes more than half of a core from those who collect. Any number of processes may do
 * it at once.
 * @returns how many documents were made.
 */
export async function indexSearch(until: Date): Promise<number> {
  let documents = 0;
  for (let due = await projectsToIndex(); due.length > 0; ) {
    const left: string[] = [];
    for (const projectId of due) {
      if (Date.now() >= until.getTime()) return documents;
      const began = performance.now();
      const indexed = await indexSome(projectId, AT_ONCE);
      documents += indexed.documents;
      if (indexed.more) left.push(projectId);
      if (indexed.more) await new Promise((done) => setTimeout(done, performance.now() - began));
    }
    due = left;
  }
  return documents;
}
