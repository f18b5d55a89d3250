import { Problem } from "#lib/platform/problem/index.ts";
import { isParentGone } from "./retry-conflicts.ts";

/**
 * What to throw for a write that failed: keys are remembered for some seconds, and a project may be deleted meanwhile.
 * @throws Problem 401 where the rows had no project to hang on; else the error itself.
 */
export function orProjectGone(error: unknown): never {
  if (!isParentGone(error)) throw error;
  throw new Problem("credentials_invalid", "The project of this key was deleted. Nothing was stored.");
}
