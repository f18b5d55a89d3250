import { Problem } from "#lib/platform/problem/index.ts";
import { isParentGone } from "./retry-conflicts.ts";

/**
 * The error to throw for a failed write: keys are cached for a few seconds, and a project may have been deleted.
 * @throws Problem 401 if the project no longer exists; otherwise the error itself.
 */
export function orProjectGone(error: unknown): never {
  if (!isParentGone(error)) throw error;
  throw new Problem("credentials_invalid", "The project of this API key was deleted. Nothing was stored.");
}
