import type { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import type { Claim } from "./claim.ts";
import type { Compose } from "./collect-reply.ts";
import type { PreparedEvent } from "./event.ts";

/** The events of one request, to be stored together and answered after their commit. */
export interface WriteRequest {
  project: ProjectContext;
  /** In the order of the request; rejected events are already in their place. */
  events: readonly (PreparedEvent | Problem)[];
  /** The Idempotency-Key to store the response under. */
  claim: Claim | null;
  compose: Compose;
  bytes: number;
}
