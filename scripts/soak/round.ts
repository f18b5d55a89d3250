import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { RunningApp } from "../test-app/start-app.ts";
import { attack } from "./attack.ts";
import { databaseOutage } from "./database-outage.ts";
import type { Ground } from "./ground.ts";
import { type Ledger, newLedger } from "./ledger.ts";
import { storedEvents } from "./stored-events.ts";
import { type Verdict, verdict } from "./verdict.ts";
import { write } from "./writers.ts";

/** What is broken while clients write. */
export type Disaster = "kill the app" | "stop PostgreSQL";

/** When clients stop writing: after a time, or when so many events are acknowledged. */
export type RoundLength = { seconds: number } | { acknowledged: number };

/** How long clients write, and how often it is broken meanwhile. */
export interface RoundOptions {
  disaster: Disaster;
  length: RoundLength;
  times: number;
  /** Whether hostile texts are sent to another project meanwhile. */
  attacked?: boolean;
  /** Breaks the round off. */
  signal?: AbortSignal;
}

/** What a round found. */
export interface RoundResult extends Verdict {
  disaster: Disaster;
  times: number;
  requests: number;
  /** Answers that no client should get. */
  unexpected: string[];
}

/** After the writing, every client has to be answered within this time, in milliseconds. */
const DRAIN_MS = 60_000;
/** More answers that no client should get than this break the round off. */
const UNEXPECTED_MAX = 100;
/** Longest time that PostgreSQL is kept away, in milliseconds. */
const AWAY_MS = 1_500;

/**
 * Breaks the app or its database at random moments while clients write, lets them finish, and holds what is stored
 * against what they were told.
 * @throws Error when the app or the database does not come back, or answers nothing but what it should not.
 */
export async function soakRound(ground: Ground, options: RoundOptions): Promise<RoundResult> {
  const { disaster, length, times, signal = new AbortController().signal } = options;
  const { projectId, secretKey } = await ground.newProject();
  let app = await ground.startApp();
  const { port } = new URL(app.url);
  const ledger = newLedger();
  const stop = new AbortController();
  const giveUp = new AbortController();
  const delivery = { url: app.url, key: secretKey, ledger, signal: giveUp.signal };
  const written = write(delivery, randomBytes(3).toString("hex"), stop.signal);
  const victim = options.attacked ? await ground.newProject() : null;
  const attacked = victim && attack({ url: app.url, key: victim.secretKey }, stop.signal);
  try {
    const reach = progressOf(length, ledger, signal);
    for (const [index, moment] of moments(times).entries()) {
      await reach(moment);
      app = await strike(ground, disaster, index, app, port);
    }
    await reach(1);
    stop.abort();
    await within(DRAIN_MS, written, "Clients were still not answered a minute after the last restart.");
    await ground.tend();
    const found = verdict(ledger.entries, await storedEvents(ground.url, projectId));
    return { disaster, times, requests: ledger.requests, unexpected: ledger.unexpected, ...found };
  } finally {
    stop.abort();
    giveUp.abort();
    await app.stop();
    await Promise.all([written, attacked]);
  }
}

/** Random shares of the round, one in each equal part of it, so that none falls into the restart after another. */
const moments = (times: number): number[] =>
  Array.from({ length: times }, (_, part) => (part + 0.1 + 0.6 * Math.random()) / times);

/** What waits until a share of the round is over; it rejects when the round is broken off. */
function progressOf(
  length: RoundLength,
  ledger: Ledger,
  signal: AbortSignal,
): (share: number) => Promise<void> {
  const began = performance.now();
  const done = (): number =>
    "seconds" in length
      ? (performance.now() - began) / (length.seconds * 1_000)
      : ledger.acknowledgedCount / length.acknowledged;
  return async (share) => {
    while (done() < share) {
      if (ledger.unexpected.length > UNEXPECTED_MAX)
        throw new Error(`Broken off at more than ${UNEXPECTED_MAX} answers like ${ledger.unexpected[0]}`);
      await pause(20, undefined, { signal });
    }
  };
}

async function strike(
  ground: Ground,
  disaster: Disaster,
  index: number,
  app: RunningApp,
  port: string,
): Promise<RunningApp> {
  if (disaster === "stop PostgreSQL") {
    await databaseOutage(ground, index % 2 === 0 ? "immediate" : "fast", Math.random() * AWAY_MS);
    return app;
  }
  await app.stop("SIGKILL");
  return ground.startApp(port);
}

function within<T>(ms: number, work: Promise<T>, otherwise: string): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(otherwise)), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
