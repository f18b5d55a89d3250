import { cpus, totalmem } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import type { BenchEnvironment } from "./environment.ts";
import { watchMachine } from "./watch-machine.ts";

/** How long the machine is watched before the load, in milliseconds. */
const QUIET_MS = 3_000;

/** What is measured on. */
export interface Machine {
  /** One fact each. */
  lines: string[];
  /** Share of all cores that was taken before anything was sent. */
  busyBefore: number;
}

/** Looks at the machine, with all servers started and nothing sent yet. */
export async function describeMachine({ client }: Pick<BenchEnvironment, "client">): Promise<Machine> {
  const show = async (name: string) => Object.values((await client.query(`SHOW ${name}`)).rows[0] ?? {})[0];
  const settings = ["fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "max_wal_size"];
  const shown = await settings.reduce<Promise<string[]>>(
    async (before, name) => [...(await before), `${name} ${await show(name)}`],
    Promise.resolve([]),
  );
  const busyShare = watchMachine();
  await pause(QUIET_MS);
  const busyBefore = busyShare();
  const [first] = cpus();
  const lines = [
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node} on ${process.platform} ${process.arch}`,
    `${first?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, shared by the load, the server and PostgreSQL`,
    `Before the first load, with all servers started, the machine was ${Math.round(busyBefore * 100)} % busy`,
    `PostgreSQL ${await show("server_version")}: ${shown.join(", ")}`,
  ];
  return { lines, busyBefore };
}
