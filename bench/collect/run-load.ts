import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { BenchEnvironment } from "./environment.ts";
import type { LoadResult, LoadSpec } from "./load-spec.ts";
import type { MeasuredServer } from "./measured-server.ts";
import { watchMachine } from "./watch-machine.ts";

/** Clock ticks a second, in which Linux tells processor time. */
const TICKS = 100;

/**
 * Milliseconds of processor time that a PostgreSQL has taken so far: its postmaster, what that started, and those of them
 * that have ended. Null where the system does not tell by /proc.
 */
function postgresCpuMs(postmaster: number): number | null {
  try {
    const own = statOf(postmaster);
    const children = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = statOf(Number(name));
          return stat.parent === postmaster ? [stat.ticks] : [];
        } catch {
          // It ended between being listed and being read.
          return [];
        }
      });
    const ticks = own.ticks + own.endedTicks + children.reduce((sum, each) => sum + each, 0);
    return (ticks * 1_000) / TICKS;
  } catch {
    return null;
  }
}

/** Of /proc/PID/stat, whose second field is a name in brackets that may hold anything. */
function statOf(pid: number): { parent: number; ticks: number; endedTicks: number } {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map((at) => Number(fields[at]));
  return {
    parent: parent ?? 0,
    ticks: (user ?? 0) + (system ?? 0),
    endedTicks: (endedUser ?? 0) + (endedSystem ?? 0),
  };
}

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
  { signal, postmaster }: Pick<BenchEnvironment, "signal" | "postmaster">,
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
