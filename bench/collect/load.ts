import { createHistogram } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { HttpConnection } from "./http-connection.ts";
import { type LoadResult, type LoadSpec, readLoadSpec } from "./load-spec.ts";
import { requestMaker } from "./request-bytes.ts";
import { schedule } from "./schedule.ts";

// The load, in a process of its own: sends what its argument says and prints what it found as one line of JSON.
const spec = readLoadSpec(process.argv[2]);
const connections = await Promise.all(
  Array.from({ length: spec.connections }, () => HttpConnection.open(new URL(spec.url))),
);
console.log(JSON.stringify(await sendAll(spec, connections)));
for (const connection of connections) connection.close();

async function sendAll(spec: LoadSpec, connections: HttpConnection[]): Promise<LoadResult> {
  const nextRequest = requestMaker(spec);
  const latencies = createHistogram({ lowest: 1, highest: 600_000_000, figures: 3 });
  const faults: Record<string, number> = {};
  let firstFault: string | null = null;
  let acknowledged = 0;
  let requests = 0;
  const begin = performance.now();
  const timedFrom = begin + spec.warmUpSeconds * 1_000;
  const end = timedFrom + spec.seconds * 1_000;
  const due = schedule(spec.rate, begin);
  const usage = measureCpu(timedFrom, end);

  // Whoever asks for the next turn waits until it is due: with a rate, a late answer does not make fewer requests.
  const work = async (connection: HttpConnection): Promise<void> => {
    for (;;) {
      const sentAt = await due();
      if (sentAt >= end) return;
      const answer = await connection.exchange(nextRequest());
      const now = performance.now();
      // 200: a thumb that replaced an earlier one, when all answers have been rated once.
      if (answer.status === 201 || answer.status === 200) acknowledged += spec.batch;
      else {
        faults[answer.status] = (faults[answer.status] ?? 0) + 1;
        firstFault ??= answer.text;
      }
      if (now < timedFrom || now > end) continue;
      requests += 1;
      latencies.record(Math.max(1, Math.round((now - sentAt) * 1_000)));
    }
  };
  await Promise.all(connections.map(work));
  const milliseconds = (microseconds: number) => microseconds / 1_000;
  return {
    requests,
    requestsPerSecond: requests / spec.seconds,
    p50: milliseconds(latencies.percentile(50)),
    p99: milliseconds(latencies.percentile(99)),
    slowest: milliseconds(latencies.max),
    acknowledged,
    faults,
    firstFault,
    cpu: await usage,
  };
}

/** The share of one core that this process uses between two moments. */
async function measureCpu(from: number, to: number): Promise<number> {
  await pause(from - performance.now());
  const start = process.cpuUsage();
  await pause(to - performance.now());
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000 / (to - from);
}
