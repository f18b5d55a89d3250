import autocannon from "autocannon";
import { createServerClient } from "#components/feedback/client/index.ts";
import { TEMPLATE } from "./environment.ts";

/** What a load came to. */
export interface ReadLoad {
  requestsPerSecond: number;
  p50: number;
  p99: number;
}

/** Reads the prompt as fast as it is answered, or so many times a second. */
export async function readPrompt(
  url: string,
  secretKey: string,
  { seconds, rate }: { seconds: number; rate?: number },
): Promise<ReadLoad> {
  const found = await autocannon({
    url: `${url}/api/prompts/${TEMPLATE}?label=production`,
    headers: { authorization: `Bearer ${secretKey}` },
    connections: rate === undefined ? 32 : 10,
    duration: seconds,
    ...(rate === undefined ? {} : { overallRate: rate }),
  });
  if (found.non2xx + found.errors > 0)
    throw new Error(`${url}: ${found.non2xx} answers other than 2xx, and ${found.errors} errors.`);
  return {
    requestsPerSecond: found["2xx"] / found.duration,
    p50: found.latency.p50,
    p99: found.latency.p99,
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
