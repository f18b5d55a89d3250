import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { SessionClient } from "#lib/platform/db/session.ts";
import type { RunningApp } from "#scripts/test-app/start-app.ts";
import { edited, hostileTexts } from "../stalls/hostile-texts.ts";
import { databaseOutage } from "./database-outage.ts";
import type { SoakEnvironment } from "./environment.ts";
import { type Ledger, newLedger } from "./ledger.ts";
import { type SoakResult, soakResult } from "./result.ts";
import type { StoredEvent } from "./sent-event.ts";
import { write } from "./writers.ts";

/** Where to send to, and with which secret key. */
interface Target {
  url: string;
  key: string;
}

/** So many send at once. */
const ATTACKERS = 2;

/** Sends hostile texts as answers and as corrections of them, whatever becomes of it, until `stop`. */
async function attack({ url, key }: Target, stop: AbortSignal): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const post = (path: string, body: object): Promise<unknown> =>
    fetch(`${url}${path}`, { method: "POST", headers, body: JSON.stringify(body), signal: stop })
      .then((answer) => answer.text())
      // Killed under it, or refused: an attacker goes on.
      .catch(() => {});
  const texts = Object.values(hostileTexts);
  const attacker = async (first: number) => {
    for (let turn = first; !stop.aborted; turn += 1) {
      const text = texts[turn % texts.length] ?? "";
      const interaction_id = randomUUID();
      const answer = { interaction_id, feature_name: "attacked", model_name: "m", input: text };
      await post("/api/interactions", { ...answer, response_text: text });
      const correction = { rating_type: "correction", correction_text: edited(text), user_id: "u" };
      await post("/api/feedback", { interaction_id, ...correction });
    }
  };
  await Promise.all(Array.from({ length: ATTACKERS }, (_, index) => attacker(index)));
}

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
export interface RoundResult extends SoakResult {
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
export async function soakRound(ground: SoakEnvironment, options: RoundOptions): Promise<RoundResult> {
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
    const found = soakResult(ledger.entries, await storedEvents(ground.url, projectId));
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
  ground: SoakEnvironment,
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

/**
 * Every event of a project as it lies in the database, by SQL and past the code that wrote it. What still waits for its
 * interaction counts as there only while that is not there: afterwards it should have been joined.
 */
async function storedEvents(databaseUrl: string, projectId: string): Promise<StoredEvent[]> {
  const client = new SessionClient({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<StoredEvent>(
      `SELECT 'interaction' AS kind, interaction_id AS id, session_id AS marker FROM interactions WHERE project_id = $1
       UNION ALL SELECT 'feedback', feedback_id, session_id FROM feedback WHERE project_id = $1
       UNION ALL SELECT 'annotation', annotation_id, session_id FROM annotations WHERE project_id = $1
       UNION ALL SELECT 'signal', signal_id, session_id FROM signals WHERE project_id = $1
       UNION ALL SELECT kind::text, event_id, row ->> 'session_id' FROM awaited_events AS waiting
         WHERE project_id = $1 AND NOT EXISTS (SELECT 1 FROM interactions AS come
           WHERE come.project_id = $1 AND come.interaction_id = waiting.interaction_id)`,
      [projectId],
    );
    return rows;
  } finally {
    await client.end();
  }
}
