import { spawn } from "node:child_process";
import { cpus } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { LoadResult, LoadSpec } from "./load-spec.ts";
import type { MeasuredServer } from "./measured-server.ts";

/** What a load found, and what it took. */
export interface Measurement extends LoadResult {
  eventsPerSecond: number;
  /** Share of one core that the server used, warm-up included. */
  serverCpu: number;
  /** Share of all cores that everything used. */
  machineBusy: number;
}

/**
 * Sends a load to a server from a process of its own.
 * @throws Error that names the first answer that was not 201.
 */
export async function runLoad(
  server: MeasuredServer,
  spec: LoadSpec,
  tool = "load.ts",
): Promise<Measurement> {
  const [used, busy, began] = [await server.usage(), processorTimes(), performance.now()];
  const result = JSON.parse(await runTool(tool, spec)) as LoadResult;
  const elapsed = performance.now() - began;
  const faults = Object.entries(result.faults).map(([status, count]) => `${count} × ${status}`);
  if (faults.length > 0) {
    throw new Error(`${spec.url} answered ${faults.join(", ")}. The first one:\n${result.firstFault}`);
  }
  const [usedAfter, busyAfter] = [await server.usage(), processorTimes()];
  return {
    ...result,
    eventsPerSecond: result.requestsPerSecond * spec.batch,
    serverCpu: (usedAfter.cpuMs - used.cpuMs) / elapsed,
    machineBusy: (busyAfter.busy - busy.busy) / (busyAfter.all - busy.all),
  };
}

async function runTool(tool: string, spec: LoadSpec): Promise<string> {
  const script = fileURLToPath(import.meta.resolve(`./${tool}`));
  const child = spawn(process.execPath, [script, JSON.stringify(spec)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [out, said, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`The load on ${spec.url} ended early:\n${said.trim()}`);
  return out;
}

function processorTimes(): { busy: number; all: number } {
  const times = cpus().map(({ times: { user, nice, sys, irq, idle } }) => ({
    busy: user + nice + sys + irq,
    idle,
  }));
  const busy = times.reduce((sum, each) => sum + each.busy, 0);
  return { busy, all: busy + times.reduce((sum, each) => sum + each.idle, 0) };
}
