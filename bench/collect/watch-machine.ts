import { cpus } from "node:os";

/** From now on; the function tells which share of all cores everything on the machine used since. */
export function watchMachine(): () => number {
  const before = times();
  return () => {
    const after = times();
    return (after.busy - before.busy) / Math.max(1, after.all - before.all);
  };
}

function times(): { busy: number; all: number } {
  const cores = cpus().map(({ times: { user, nice, sys, irq, idle } }) => ({
    busy: user + nice + sys + irq,
    idle,
  }));
  const busy = cores.reduce((sum, core) => sum + core.busy, 0);
  return { busy, all: busy + cores.reduce((sum, core) => sum + core.idle, 0) };
}
