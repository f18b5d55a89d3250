import { log } from "#lib/platform/log.ts";
import { databaseAway, databaseFault, Problem } from "#lib/platform/problem/index.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import { type LoadPhase, type LoadProgress, loadSampleProject } from "./load-sample-project.ts";

/** The progress of a load. */
interface LoadStep {
  done: number;
  total: number;
  phase: LoadPhase;
}

/** A running load and its listeners. */
interface Load {
  last: LoadStep | null;
  listeners: Set<(step: LoadStep) => void>;
  end: Promise<{ projectSlug: string }>;
}

const loads = processWide("sample loads", () => new Map<string, Load>());

/**
 * Loads the organization's sample project, or joins the load running in this process, so that a second click or a
 * reload writes nothing twice. The load continues even if nobody listens.
 */
function joinLoad(
  organizationId: string,
  listen: (step: LoadStep) => void,
): { end: Promise<{ projectSlug: string }>; leave(): void } {
  const load = loads().get(organizationId) ?? begin(organizationId);
  if (load.last) listen(load.last);
  load.listeners.add(listen);
  return { end: load.end, leave: () => void load.listeners.delete(listen) };
}

function begin(organizationId: string): Load {
  const listeners: Load["listeners"] = new Set();
  const tell: LoadProgress = (done, total, phase) => {
    load.last = { done, total, phase };
    for (const listener of listeners) listener(load.last);
  };
  const load: Load = {
    last: null,
    listeners,
    end: loadSampleProject(organizationId, tell).finally(() => loads().delete(organizationId)),
  };
  loads().set(organizationId, load);
  return load;
}

/** A line of the response to a load: its progress, or its result. */
type Line = { done: number; total: number; phase: string } | { project_slug: string } | { error: string };

/**
 * Loads the organization's sample project and streams the progress as newline-delimited JSON. Closing the stream does
 * not stop the load.
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

/** The message for the reader; internal errors are logged in full. */
function wordsFor(error: unknown): string {
  if (error instanceof Problem) return error.message;
  log().error({ err: error }, "loading the sample project failed");
  const fault = databaseFault(error);
  if (fault) return databaseAway(fault.words).message;
  return "The sample project could not be loaded. Load it again to continue where it stopped.";
}
