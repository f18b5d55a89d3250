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

/** Where to send to, and the secret key. */
interface Target {
  url: string;
  key: string;
}

/** How many attackers send at once. */
const ATTACKERS = 2;

/** Sends hostile texts as answers and as corrections, whatever the response, until `stop`. */
async function attack({ url, key }: Target, stop: AbortSignal): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const post = (path: string, body: object): Promise<unknown> =>
    fetch(`${url}${path}`, { method: "POST", headers, body: JSON.stringify(body), signal: stop })
      .then((answer) => answer.text())
      // The app was killed, or rejected it: an attacker continues.
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

/** What fails while clients write. */
export type Disaster = "kill the app" | "stop PostgreSQL";

/** When clients stop writing: after a time, or after a number of acknowledged events. */
export type RoundLength = { seconds: number } | { acknowledged: number };

/** How long clients write, and how often something fails meanwhile. */
export interface RoundOptions {
  disaster: Disaster;
  length: RoundLength;
  times: number;
  /** Whether hostile texts are sent to another project meanwhile. */
  attacked?: boolean;
  /** Aborts the round. */
  signal?: AbortSignal;
}

/** The findings of a round. */
export interface RoundResult extends SoakResult {
  disaster: Disaster;
  times: number;
  requests: number;
  /** Responses that no client should get. */
  unexpected: string[];
}

/** After the writing, every client must get its response within this time, in milliseconds. */
const DRAIN_MS = 60_000;
/** The number of such responses that aborts the round. */
const UNEXPECTED_MAX = 100;
/** The longest time that PostgreSQL is down, in milliseconds. */
const AWAY_MS = 1_500;

/**
 * Stops the app or its database at random moments while clients write, lets the clients finish, and compares
 * what is stored with what was acknowledged.
 * @throws Error if the app or the database does not come back, or if there are too many unexpected responses.
 */
export async function soakRound(environment: SoakEnvironment, options: RoundOptions): Promise<RoundResult> {
  const { disaster, length, times, signal = new AbortController().signal } = options;
  const { projectId, secretKey } = await environment.newProject();
  let app = await environment.startApp();
  const { port } = new URL(app.url);
  const ledger = newLedger();
  const stop = new AbortController();
  const giveUp = new AbortController();
  const delivery = { url: app.url, key: secretKey, ledger, signal: giveUp.signal };
  const written = write(delivery, randomBytes(3).toString("hex"), stop.signal);
  const victim = options.attacked ? await environment.newProject() : null;
  const attacked = victim && attack({ url: app.url, key: victim.secretKey }, stop.signal);
  try {
    const reach = progressOf(length, ledger, signal);
    for (const [index, moment] of moments(times).entries()) {
      await reach(moment);
      app = await strike(environment, disaster, index, app, port);
    }
    await reach(1);
    stop.abort();
    await within(DRAIN_MS, written, "Clients still had no response a minute after the last restart.");
    await environment.cleanUp();
    const found = soakResult(ledger.entries, await storedEvents(environment.url, projectId));
    return { disaster, times, requests: ledger.requests, unexpected: ledger.unexpected, ...found };
  } finally {
    stop.abort();
    giveUp.abort();
    await app.stop();
    await Promise.all([written, attacked]);
  }
}

/**
 * Random points in time as shares of the round, one in each equal part of it, so that an outage never falls
 * into the previous restart.
 */
const moments = (times: number): number[] =>
  Array.from({ length: times }, (_, part) => (part + 0.1 + 0.6 * Math.random()) / times);

/** A function that waits for a share of the round; rejects if the round is aborted. */
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
        throw new Error(
          `Aborted after more than ${UNEXPECTED_MAX} unexpected responses, such as ${ledger.unexpected[0]}`,
        );
      await pause(20, undefined, { signal });
    }
  };
}

async function strike(
  environment: SoakEnvironment,
  disaster: Disaster,
  index: number,
  app: RunningApp,
  port: string,
): Promise<RunningApp> {
  if (disaster === "stop PostgreSQL") {
    await databaseOutage(environment, index % 2 === 0 ? "immediate" : "fast", Math.random() * AWAY_MS);
    return app;
  }
  await app.stop("SIGKILL");
  return environment.startApp(port);
}

function within<T>(ms: number, work: Promise<T>, otherwise: string): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(otherwise)), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/**
 * All stored events of a project, read by SQL without the code that wrote them. A pending event counts while
 * its interaction is missing; after that, it should have been attached.
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
