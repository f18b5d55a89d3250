import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sampleInteraction } from "../collect/sample-interaction.ts";
import { type Latencies, toLatencies } from "../stalls/beside.ts";
import type { StallsEnvironment } from "../stalls/environment.ts";

/** How often each is requested, in milliseconds. */
const EVERY_MS = 20;

/** How long an attack runs before the measurement starts, in milliseconds: queues must have filled up. */
const BEFORE_MS = 2_000;

/** Ordinary use during the measurement. */
export interface Seen {
  collection: Latencies;
  health: Latencies;
  /** The app's peak memory, in MB; null if the system does not report it. */
  memory: number | null;
}

/** Measures ordinary use during an attack, or without one. */
export async function measureUnder(
  environment: StallsEnvironment,
  attack: string | null,
  forMs: number,
): Promise<Seen> {
  if (attack === null) return ordinary(environment, forMs);
  const script = join(import.meta.dirname, "attacker.ts");
  const port = new URL(environment.url).port;
  const attacker = spawn(process.execPath, [script, attack, port, environment.publishableKey], {
    stdio: "inherit",
  });
  const ended = once(attacker, "close").then(() => {
    throw new Error(`The attack “${attack}” ended too early, so nothing was measured.`);
  });
  try {
    await pause(BEFORE_MS);
    return await Promise.race([ordinary(environment, forMs), ended]);
  } finally {
    attacker.kill();
    await ended.catch(() => {});
  }
}

async function ordinary(environment: StallsEnvironment, forMs: number): Promise<Seen> {
  const [collected, alive]: [Promise<number>[], Promise<number>[]] = [[], []];
  const end = performance.now() + forMs;
  let memory: number | null = null;
  for (let number = 0; performance.now() < end; number += 1) {
    collected.push(
      timed(() => environment.call("POST", "/api/interactions", sampleInteraction(number, randomUUID()))),
    );
    alive.push(timed(() => environment.call("GET", "/api/health")));
    const now = await memoryOf(environment.pid);
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

/** Linux reports it for any process. */
async function memoryOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
  return kilobytes ? Math.round(Number(kilobytes) / 1_000) : null;
}
