import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { POST } from "#app/api/interactions/route.ts";
import { db } from "#lib/platform/db/client.ts";
import { testProject } from "../fixtures/project.ts";
import { collectionRoutes, KNOWN } from "./collection-routes.ts";
import { type Answer, assertSound } from "./judge.ts";
import { type Credentials, type FuzzRequest, requestsTo } from "./requests.ts";
import { type WriteWatch, watchWrites } from "./watch-writes.ts";

/** An answer that takes longer is a hang, in milliseconds; other work runs on the same machine. */
const HANG_MS = 20_000;
/** How much of a body is shown that broke something, in bytes. */
const SHOWN = 3_000;

/** What the fuzz sends, and where it begins. */
export interface FuzzOptions {
  databaseUrl: string;
  bodies: number;
  /** The same seed makes the same bodies. */
  seed: number;
}

/** What became of the bodies. */
export interface FuzzReport {
  bodies: number;
  seed: number;
  /** How many were answered with each status. */
  statuses: Record<number, number>;
  slowestMs: number;
  /** The request that took longest, cut short. */
  slowest: string;
  /** The smallest request that broke a promise, and how; null when none did. */
  failure: string | null;
}

/**
 * Sends generated bodies to every route that collects, in this process and into a real database, and holds each answer
 * against what was written: no 5xx, no hang, nothing stored from a refused body, nothing acknowledged that is not there.
 */
export async function fuzzCollection({ databaseUrl, bodies, seed }: FuzzOptions): Promise<FuzzReport> {
  const credentials = await prepare();
  const watch = await watchWrites(databaseUrl);
  const report: FuzzReport = { bodies: 0, seed, statuses: {}, slowestMs: 0, slowest: "", failure: null };
  const property = fc.asyncProperty(requestsTo(collectionRoutes, credentials), async (request) => {
    const began = performance.now();
    const answer = await send(request, watch);
    report.bodies += 1;
    const ms = performance.now() - began;
    if (ms > report.slowestMs) [report.slowestMs, report.slowest] = [ms, shown(request, 300)];
    report.statuses[answer.status] = (report.statuses[answer.status] ?? 0) + 1;
    await assertSound(answer, watch);
  });
  try {
    const run = await fc.check(property, { numRuns: bodies, seed });
    const [smallest] = run.counterexample ?? [];
    if (run.failed && smallest)
      report.failure = `${run.errorInstance}\n${shown(smallest, SHOWN)}\nseed ${seed}, path ${run.counterexamplePath}`;
  } finally {
    await watch.end();
  }
  return report;
}

/** A project that is not limited, with some interactions to rate. */
async function prepare(): Promise<Credentials> {
  const { projectId, secretKey, publishableKey } = await testProject();
  await db().project.update({ where: { projectId }, data: { writesPerMinute: 1_000_000 } });
  const interactions = KNOWN.map((interaction_id) => ({
    interaction_id,
    feature_name: "fuzz",
    model_name: "model-a",
    response_text: "r",
  }));
  const request = new Request("http://localhost/api/interactions", {
    method: "POST",
    headers: { authorization: `Bearer ${secretKey}`, "content-type": "application/json" },
    body: JSON.stringify({ interactions }),
  });
  const answer = await POST(request);
  const { results } = (await answer.json()) as { results: { feedback_token: string }[] };
  return { secretKey, publishableKey, tokens: results.map((each) => each.feedback_token) };
}

async function send({ route, bytes, headers, query }: FuzzRequest, watch: WriteWatch): Promise<Answer> {
  const request = new Request(`http://localhost${route.path}${query}`, {
    method: "POST",
    headers,
    body: Buffer.from(bytes),
  });
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${HANG_MS} ms`)), HANG_MS);
  try {
    const response = await Promise.race([route.POST(request), promise]);
    const contentType = response.headers.get("content-type") ?? "";
    return { status: response.status, contentType, text: await response.text() };
  } catch (error) {
    await watch.taken();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function shown({ route, bytes, headers, query }: FuzzRequest, length: number): string {
  const body = new TextDecoder().decode(bytes.subarray(0, length));
  const cut = bytes.length > length ? `… (${bytes.length} bytes)` : "";
  return `POST ${route.path}${query} ${JSON.stringify(headers)}\n${body}${cut}`;
}
