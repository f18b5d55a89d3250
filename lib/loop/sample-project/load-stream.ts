import { log } from "#lib/platform/log.ts";
import { databaseAway, databaseFault, Problem } from "#lib/platform/problem/index.ts";
import { joinLoad } from "./shared-loads.ts";

/** One line of the answer to a load: a step of it, or how it ended. */
type Line = { done: number; total: number; phase: string } | { project_slug: string } | { error: string };

/**
 * Loads the organization's sample project and tells of it as newline-delimited JSON. Who stops reading stops nothing.
 */
export function loadStream(organizationId: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let leave = () => {};
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      let isRead = true;
      const tell = (line: Line) => {
        if (isRead) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const joined = joinLoad(organizationId, tell);
      leave = () => {
        isRead = false;
        joined.leave();
      };
      void joined.end
        .then(({ projectSlug }) => tell({ project_slug: projectSlug }))
        .catch((error: unknown) => tell({ error: wordsFor(error) }))
        .finally(() => {
          if (isRead) controller.close();
          leave();
        });
    },
    cancel: () => leave(),
  });
}

/** What the reader is told; a fault of ours goes to the log whole. */
function wordsFor(error: unknown): string {
  if (error instanceof Problem) return error.message;
  log().error({ err: error }, "loading the sample project failed");
  const fault = databaseFault(error);
  if (fault) return databaseAway(fault.words).message;
  return "The sample project could not be loaded. Load it again; it goes on where it stopped.";
}
