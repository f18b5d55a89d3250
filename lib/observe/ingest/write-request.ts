import type { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import type { Claim } from "./claim.ts";
import type { Compose } from "./collect-reply.ts";
import type { PreparedEvent } from "./event.ts";

/** The events of one request, to be stored together and answered after their commit. */
export interface WriteRequest {
  project: ProjectContext;
  /** In the order of the request; what was refused already stands in its place. */
  events: readonly (PreparedEvent | Problem)[];
  /** The Idempotency-Key under which the answer is kept. */
  claim: Claim | null;
  compose: Compose;
  bytes: number;
}
