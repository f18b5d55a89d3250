#!/usr/bin/env bash
# autocannon 9.0.0: with a rate, a latency of 100 ms is noted together with 99, 98, … 1 ms, and the median is halved.
#
# Expected: with `overallRate: 5` and a server that takes 100 ms, every latency is about 100 ms, and so is the median. The
#   correction for coordinated omission adds what was not measured because an answer took longer than the time between two
#   requests, which here is 200 ms: nothing.
# Seen: some hundred latencies for each request, evenly spread from 1 to 100 ms, and a median of about 50 ms. The expected
#   interval is `Math.ceil(1 / rate)`, seconds rounded up to 1, where the histogram is of milliseconds. The requests of a
#   second are also sent at once, at its beginning, so that they wait for each other.
# Why it matters: percentiles at a rate are those of another distribution. A fast server with some slow answers looks slow
#   throughout (p50 of 4 ms where it is less than 1), and a slow one looks twice as fast.
# Way out: `ignoreCoordinatedOmission: true`, or a load that sends evenly and counts from when a request was due.
#
# Needs Node 22 or newer, npm and its registry. Fails when this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"type":"module","private":true}' > package.json
npm install --silent --no-audit --no-fund autocannon@9.0.0
cat > check.mjs <<'JS'
import { createServer } from "node:http";
import autocannon from "autocannon";

const server = createServer((_, response) => setTimeout(() => response.end("ok"), 100));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${server.address().port}`;
const load = { url, connections: 1, overallRate: 5, duration: 3 };
const corrected = await autocannon(load);
const plain = await autocannon({ ...load, ignoreCoordinatedOmission: true });
server.close();
const told = ({ latency, requests }) => ({ requests: requests.total, latencies: latency.totalCount, p50: latency.p50 });
console.log({ corrected: told(corrected), plain: told(plain) });
if (!(plain.latency.p50 >= 100 && corrected.latency.p50 < 75)) {
  console.error("This has changed: at a rate, latencies are those that were measured.");
  process.exit(1);
}
JS
node check.mjs
