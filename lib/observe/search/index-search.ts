import { type Indexed, indexSome } from "./mark-store.ts";

/** Most documents that a reader waits for. */
const READ_FIRST = 300;

/** Most documents that one transaction of the job makes. */
const AT_ONCE = 1_000;

/** How long the job stays with one project, in milliseconds; what is left is asked for again. */
const PATIENCE = 20_000;

/** Makes what was just collected searchable before it is searched for, unless there is too much of it to wait for. */
export const indexNewest = (projectId: string): Promise<Indexed> => indexSome(projectId, READ_FIRST);

/** How often as long as a batch took the job pauses: it takes a tenth of a core from those who collect. */
const PAUSE = 9;

/** Makes what was collected in a project searchable, until nothing waits or its time is up. */
export async function indexProject(projectId: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const began = performance.now();
    const { more } = await indexSome(projectId, AT_ONCE);
    const now = performance.now();
    if (!more || now > end) return;
    await new Promise((done) => setTimeout(done, PAUSE * (now - began)));
  }
}
