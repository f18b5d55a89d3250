import { Problem } from "#lib/platform/problem/index.ts";
import { processWide } from "#lib/platform/process-wide.ts";

/** Most requests of a process, and of a project there, that send something now and wait for what comes of it. */
const [PROCESS_MAX, PROJECT_MAX] = [10, 4];

/** How many each project has under way. */
const underWay = processWide("notifications sent by hand", () => new Map<string, number>());

/**
 * Does what somebody asked for and waits for, such as a test. It takes none of the places of what is due, but there are
 * few: each holds a request for as long as a receiver hangs.
 * @throws Problem 409 if there is no place.
 */
export async function byHand<T>(projectId: string, work: () => Promise<T>): Promise<T> {
  const places = underWay();
  const ofProject = places.get(projectId) ?? 0;
  const all = [...places.values()].reduce((sum, count) => sum + count, 0);
  if (ofProject >= PROJECT_MAX || all >= PROCESS_MAX)
    throw new Problem(
      "conflict",
      "As many tests and repeats as may be sent at once are being sent just now. Try again in a few seconds.",
    );
  places.set(projectId, ofProject + 1);
  try {
    return await work();
  } finally {
    const left = (places.get(projectId) ?? 1) - 1;
    if (left > 0) places.set(projectId, left);
    else places.delete(projectId);
  }
}
