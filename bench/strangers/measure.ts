import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sampleInteraction } from "../collect/sample-interaction.ts";
import { type Latencies, toLatencies } from "../stalls/beside.ts";
import type { StallsEnvironment } from "../stalls/environment.ts";

/** How often each is asked, in milliseconds. */
const EVERY_MS = 20;

/** How long an attack goes on before it is looked at, in milliseconds: what fills up has to be full. */
const BEFORE_MS = 2_000;

/** What ordinary use was like for a while. */
export interface Seen {
  collection: Latencies;
  health: Latencies;
  /** Most of the app's memory, in MB; null where the system does not tell. */
  memory: number | null;
}

/** Looks at ordinary use while somebody attacks, or nobody does. */
export async function measureUnder(
  ground: StallsEnvironment,
  attack: string | null,
  forMs: number,
): Promise<Seen> {
  if (attack === null) return ordinary(ground, forMs);
  const script = join(import.meta.dirname, "attacker.ts");
  const port = new URL(ground.url).port;
  const attacker = spawn(process.execPath, [script, attack, port, ground.publishableKey], {
    stdio: "inherit",
  });
  const ended = once(attacker, "close").then(() => {
    throw new Error(`“${attack}” ended by itself: what was measured is not under it`);
  });
  try {
    await pause(BEFORE_MS);
    return await Promise.race([ordinary(ground, forMs), ended]);
  } finally {
    attacker.kill();
    await ended.catch(() => {});
  }
}

async function ordinary(ground: StallsEnvironment, forMs: number): Promise<Seen> {
  const [collected, alive]: [Promise<number>[], Promise<number>[]] = [[], []];
  const end = performance.now() + forMs;
  let memory: number | null = null;
  for (let number = 0; performance.now() < end; number += 1) {
    collected.push(
      timed(() => ground.call("POST", "/api/interactions", sampleInteraction(number, randomUUID()))),
    );
    alive.push(timed(() => ground.call("GET", "/api/health")));
    const now = await memoryOf(ground.pid);
    if (now !== null) memory = Math.max(memory ?? 0, now);
    await pause(EVERY_MS);
  }
  return {
    collection: toLatencies(await Promise.all(collected)),
    health: toLatencies(await Promise.all(alive)),
    memory,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Linux tells it of any process. */
async function memoryOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
  return kilobytes ? Math.round(Number(kilobytes) / 1_000) : null;
}
