import { type LoadPhase, type LoadProgress, loadSampleProject } from "./load-sample-project.ts";

/** How far a load has come. */
export interface LoadStep {
  done: number;
  total: number;
  phase: LoadPhase;
}

/** A load under way, and who listens to it. */
interface Load {
  last: LoadStep | null;
  listeners: Set<(step: LoadStep) => void>;
  end: Promise<{ projectSlug: string }>;
}

// Next bundles its own copy of every module; what exists once in a process hangs on globalThis.
const shared = globalThis as { whetstoneSampleLoads?: Map<string, Load> };

/**
 * Loads the organization's sample project, or joins the load that this process has under way: a second click or a
 * reloaded page writes nothing twice. The load goes on to its end whether anybody listens or not.
 */
export function joinLoad(
  organizationId: string,
  listen: (step: LoadStep) => void,
): { end: Promise<{ projectSlug: string }>; leave(): void } {
  shared.whetstoneSampleLoads ??= new Map();
  const load =
    shared.whetstoneSampleLoads.get(organizationId) ?? begin(organizationId, shared.whetstoneSampleLoads);
  if (load.last) listen(load.last);
  load.listeners.add(listen);
  return { end: load.end, leave: () => void load.listeners.delete(listen) };
}

function begin(organizationId: string, loads: Map<string, Load>): Load {
  const listeners: Load["listeners"] = new Set();
  const tell: LoadProgress = (done, total, phase) => {
    load.last = { done, total, phase };
    for (const listener of listeners) listener(load.last);
  };
  const load: Load = {
    last: null,
    listeners,
    end: loadSampleProject(organizationId, tell).finally(() => loads.delete(organizationId)),
  };
  loads.set(organizationId, load);
  return load;
}
