import autocannon from "autocannon";
import { percentile } from "#bench/dashboard/percentile.ts";
import { createServerClient } from "#components/feedback/client/index.ts";
import { HttpConnection } from "../collect/http-connection.ts";
import { schedule } from "../collect/schedule.ts";
import { TEMPLATE } from "./environment.ts";

/** What a load came to. */
export interface ReadLoad {
  requestsPerSecond: number;
  p50: number;
  p99: number;
}

/** Connections as fast as answers come, and at a rate. */
const [BUSY, STEADY] = [32, 10];

const addressOf = (url: string): URL => new URL(`${url}/api/prompts/${TEMPLATE}?label=production`);

/** Reads the prompt as fast as it is answered. */
export async function readPrompt(url: string, secretKey: string, seconds: number): Promise<ReadLoad> {
  const found = await autocannon({
    url: addressOf(url).href,
    headers: { authorization: `Bearer ${secretKey}` },
    connections: BUSY,
    duration: seconds,
  });
  if (found.non2xx + found.errors > 0)
    throw new Error(`${url}: ${found.non2xx} answers other than 2xx, and ${found.errors} errors.`);
  return {
    requestsPerSecond: found["2xx"] / found.duration,
    p50: found.latency.p50,
    p99: found.latency.p99,
  };
}

/**
 * Reads the prompt so many times a second, evenly; the times count from when each read was due. Not by autocannon, which sends
 * the reads of a second at once when it begins, and of an answer that takes 45 ms notes 44, 43, … as well.
 */
export async function readSteadily(
  url: string,
  secretKey: string,
  { seconds, rate }: { seconds: number; rate: number },
): Promise<ReadLoad> {
  const { host, pathname, search } = addressOf(url);
  const head = [`GET ${pathname}${search} HTTP/1.1`, `Host: ${host}`, `Authorization: Bearer ${secretKey}`];
  const request = Buffer.from(`${head.join("\r\n")}\r\n\r\n`);
  const connections = await Promise.all(
    Array.from({ length: STEADY }, () => HttpConnection.open(new URL(url))),
  );
  const begin = performance.now();
  const due = schedule(rate, begin);
  const taken: number[] = [];
  const work = async (connection: HttpConnection): Promise<void> => {
    for (;;) {
      const from = await due();
      if (from >= begin + seconds * 1_000) return;
      const { status, text } = await connection.exchange(request);
      if (status !== 200) throw new Error(`${url} answered ${status}: ${text}`);
      taken.push(performance.now() - from);
    }
  };
  await Promise.all(connections.map(work));
  for (const connection of connections) connection.close();
  return {
    requestsPerSecond: taken.length / seconds,
    p50: percentile(taken, 0.5),
    p99: percentile(taken, 0.99),
  };
}

/** Calls of `getPrompt` that are measured, and before. */
const [CALLS, WARM_CALLS] = [100_000, 20_000];

/** How long `getPrompt` takes in microseconds while the prompt is known; asked one call after the other. */
export async function callGetPrompt(url: string, secretKey: string): Promise<{ p50: number; p99: number }> {
  const client = createServerClient({ baseUrl: url, secretKey });
  const asked = {
    variables: { company: "Ferry Ltd", history: "None.", question: "When does the ferry leave?" },
    fallback: "{{question}}",
    user: "user-1",
  };
  const { version } = await client.getPrompt(TEMPLATE, asked);
  if (version === null) throw new Error("getPrompt gave its fallback.");
  const times = new Float64Array(CALLS);
  for (let call = -WARM_CALLS; call < CALLS; call++) {
    const from = performance.now();
    await client.getPrompt(TEMPLATE, asked);
    if (call >= 0) times[call] = (performance.now() - from) * 1_000;
  }
  times.sort();
  const at = (part: number) => times[Math.floor(part * CALLS)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
