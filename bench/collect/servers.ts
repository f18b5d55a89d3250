import { fileURLToPath } from "node:url";
import { memoryFlags } from "#scripts/launch/run-task.mjs";
import { cleanEnvironment } from "#scripts/test-app/clean-environment.ts";
import type { BenchEnvironment } from "./environment.ts";
import { type MeasuredServer, startMeasured } from "./measured-server.ts";

/** The servers by name; those that nobody asked for are not there. */
export type Servers = Partial<Record<"whetstone" | "before" | "obvious", MeasuredServer>>;

/** Connections of the obvious implementation: more were slower when they were tried. */
const OBVIOUS_POOL = 10;

/** Starts what the letters need, all on one database. `stop` ends whatever was started, also after a failure. */
export function serverStarter(stage: BenchEnvironment, dist: string, processes: number) {
  const servers: Servers = {};
  const starters: [string, keyof Servers, () => Promise<MeasuredServer>][] = [
    ["abce", "whetstone", () => startWhetstone(stage, dist, processes)],
    ["d", "obvious", () => startObvious(stage, OBVIOUS_POOL)],
  ];
  return {
    async start(only: readonly string[] | undefined): Promise<Servers> {
      for (const [letters, name, start] of starters) {
        if (only && !only.some((letter) => letters.includes(letter))) continue;
        servers[name] = await start();
      }
      return servers;
    },
    async stop(): Promise<void> {
      await Promise.all(Object.values(servers).map((server) => server.stop()));
    },
  };
}

/** The app by server.ts, as `npm start` serves it. */
const startWhetstone = (stage: BenchEnvironment, dist: string, processes: number): Promise<MeasuredServer> =>
  startMeasured({
    script: "scripts/start.ts",
    flags: memoryFlags(),
    env: { ...appEnvironment(stage, dist), PORT: "0", WEB_PROCESSES: String(processes) },
    ready: /is ready: (\S+)/,
  });

/** What one writes first, with a pool of so many connections. */
const startObvious = (stage: BenchEnvironment, poolSize: number): Promise<MeasuredServer> =>
  startMeasured({
    script: fileURLToPath(import.meta.resolve("./baseline-server.ts")),
    args: [stage.url, String(poolSize)],
    env: { ...cleanEnvironment(), NODE_ENV: "production", BENCH_PROJECT: stage.projectId },
    ready: /ready: (\S+)/,
  });

const appEnvironment = (stage: BenchEnvironment, dist: string): NodeJS.ProcessEnv => ({
  ...cleanEnvironment(),
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  WHETSTONE_DIST: dist,
  DATABASE_URL: stage.url,
  // Thumbs come through a proxy that tells whose they are.
  TRUSTED_PROXIES: "127.0.0.1",
});
