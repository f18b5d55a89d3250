import { type Indexed, indexSome } from "./mark-store.ts";

/** How many documents a reader waits for. */
const READ_FIRST = 300;

/** How many documents the job builds per transaction. */
const AT_ONCE = 1_000;

/** How long the job spends on one project, in milliseconds; it comes back for the rest. */
const PATIENCE = 20_000;

/** Indexes what was just collected before a search, unless there is too much of it to wait for. */
export const indexNewest = (projectId: string): Promise<Indexed> => indexSome(projectId, READ_FIRST);

/** The job pauses this many times as long as each batch took, so that it uses a tenth of a core. */
const PAUSE = 9;

/** Indexes a project's pending interactions until none are left or its time is up. */
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
