import autocannon from "autocannon";
import { type LoadResult, type LoadSpec, readLoadSpec } from "./load-spec.ts";
import { bodyText, eventId } from "./request-bytes.ts";

// The same load of single events by autocannon, which is what people know: run once, to hold the other one against.
const spec = readLoadSpec(process.argv[2]);
console.log(JSON.stringify(await send(spec)));

async function send(spec: LoadSpec): Promise<LoadResult> {
  const mark = eventId(spec.run, 0);
  const bodies = Array.from({ length: 256 }, (_, number) =>
    bodyText(spec, number).replace(eventId(spec.run, number), mark),
  );
  let sent = 0;
  const shoot = (seconds: number) =>
    autocannon({
      url: spec.url,
      method: "POST",
      connections: spec.connections,
      duration: seconds,
      headers: {
        "content-type": "application/json",
        ...(spec.key ? { authorization: `Bearer ${spec.key}` } : {}),
      },
      requests: [
        {
          setupRequest: (request) => {
            const body = bodies[sent % bodies.length]?.replace(mark, eventId(spec.run, sent++));
            return body === undefined ? request : { ...request, body };
          },
        },
      ],
    });
  const warm = await shoot(spec.warmUpSeconds);
  const used = process.cpuUsage();
  const found = await shoot(spec.seconds);
  const { user, system } = process.cpuUsage(used);
  const failed = found.non2xx + found.errors + warm.non2xx + warm.errors;
  return {
    requests: found["2xx"],
    requestsPerSecond: found["2xx"] / found.duration,
    p50: found.latency.p50,
    p99: found.latency.p99,
    slowest: found.latency.max,
    acknowledged: warm["2xx"] + found["2xx"],
    faults: failed > 0 ? { other: failed } : {},
    firstFault: null,
    cpu: (user + system) / 1_000_000 / found.duration,
  };
}
