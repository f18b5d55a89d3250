import { spawn } from "node:child_process";
import { cpus } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { LoadResult, LoadSpec } from "./load-spec.ts";
import type { MeasuredServer } from "./measured-server.ts";
import { postgresCpuMs } from "./postgres-cpu.ts";
import type { Stage } from "./stage.ts";
import { watchMachine } from "./watch-machine.ts";

/** What a load found, and what it took. */
export interface Measurement extends LoadResult {
  eventsPerSecond: number;
  /** Share of one core that the server used, warm-up included. */
  serverCpu: number;
  /** Microseconds of processor time that one event took; PostgreSQL's are all that is left, where the system does not tell them. */
  micros: { server: number; load: number; postgres: number };
  /** Share of all cores that everything used. */
  machineBusy: number;
}

/** The scripts that send it: ours, and autocannon's to hold it against. */
const tools = {
  own: import.meta.resolve("./load.ts"),
  autocannon: import.meta.resolve("./autocannon-load.ts"),
};

/** What sends a load. */
export type LoadTool = keyof typeof tools;

/**
 * Sends a load to a server from a process of its own.
 * @throws Error that names the first answer that was not 201.
 */
export async function runLoad(
  server: MeasuredServer,
  spec: LoadSpec,
  tool: LoadTool,
  { signal, postmaster }: Pick<Stage, "signal" | "postmaster">,
): Promise<Measurement> {
  const [used, busyShare, began] = [await server.usage(), watchMachine(), performance.now()];
  const postgresBefore = postgresCpuMs(postmaster);
  const result = JSON.parse(await runTool(tool, spec, signal)) as LoadResult;
  const [machineBusy, elapsed] = [busyShare(), performance.now() - began];
  const faults = Object.entries(result.faults).map(([status, count]) => `${count} × ${status}`);
  if (faults.length > 0) {
    throw new Error(`${spec.url} answered ${faults.join(", ")}. The first one:\n${result.firstFault}`);
  }
  const postgresAfter = postgresCpuMs(postmaster);
  const serverMs = (await server.usage()).cpuMs - used.cpuMs;
  const loadMs = result.cpu * elapsed;
  const postgresMs =
    postgresBefore !== null && postgresAfter !== null
      ? postgresAfter - postgresBefore
      : Math.max(0, machineBusy * cpus().length * elapsed - serverMs - loadMs);
  const anEvent = (milliseconds: number) => (milliseconds * 1_000) / Math.max(1, result.acknowledged);
  return {
    ...result,
    eventsPerSecond: result.requestsPerSecond * spec.batch,
    serverCpu: serverMs / elapsed,
    micros: {
      server: anEvent(serverMs),
      load: anEvent(loadMs),
      postgres: anEvent(postgresMs),
    },
    machineBusy,
  };
}

async function runTool(tool: LoadTool, spec: LoadSpec, signal: AbortSignal): Promise<string> {
  const child = spawn(process.execPath, [fileURLToPath(tools[tool]), JSON.stringify(spec)], {
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [out, said, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`The load on ${spec.url} ended early:\n${said.trim()}`);
  return out;
}
