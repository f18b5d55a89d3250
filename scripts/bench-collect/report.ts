import { type Findings, medianEvents } from "./bench.ts";
import { type Goal, judge } from "./goals.ts";
import { markdownTable, short, whole } from "./markdown.ts";
import { memoryTrend } from "./memory-trend.ts";
import type { BenchOptions } from "./options.ts";
import { median, type Spread, spread } from "./statistics.ts";

/** A machine that is busier than this before the load has other things to do. */
const QUIET_BELOW = 0.25;
const BUSY =
  "**Other programs kept this machine busy: take these figures for a trial of the benchmark, not for its result.**";

const share = (part: number): string => `${Math.round(part * 100)} %`;
const range = ({ min, median, max }: Spread, words: (value: number) => string): string =>
  min === max ? words(median) : `${words(median)} (${words(min)}–${words(max)})`;

/** Everything that was found, as a page of Markdown. */
export function report(findings: Findings, options: BenchOptions): string {
  const { rounds, seconds, warmUpSeconds } = options;
  return [
    "# Collection benchmark",
    "",
    "Written by `npm run bench:collect`. Interactions of about 1 kB, every one with an id of its own, are sent to a server by a process of its own; server, load and PostgreSQL share the machine.",
    "",
    ...findings.machine.lines.map((line) => `- ${line}`),
    `- ${rounds === 1 ? "one round" : `${rounds} rounds in turn`}, each ${seconds} s after ${warmUpSeconds} s of warm-up, into emptied tables; median (least–greatest). After each, the rows in the database are as many as were acknowledged.`,
    "",
    ...(findings.machine.busyBefore > QUIET_BELOW ? [BUSY, ""] : []),
    "## What came in",
    "",
    throughput(findings),
    "",
    "(d) is one Express handler with one `pg` insert a request, into a table of the same columns, indexes and foreign key; it knows no keys, checks and redacts nothing, and refuses no duplicate politely. (e) is one loop on one connection, without HTTP. The µs are processor time an event: of the server, of the load, and of the rest of the machine, which is PostgreSQL and whatever else runs.",
    "",
    ...autocannonPart(findings),
    ...steadyPart(findings),
    "## Goals",
    "",
    markdownTable(
      ["goal", "found", ""],
      goals(findings).map(({ goal, found, reached }) => [goal, found, verdict(reached)]),
    ),
    "",
  ].join("\n");
}

function throughput({ series, peakMemory }: Findings): string {
  const base = medianEvents(series, "d");
  const limit = medianEvents(series, "eInsert");
  const ratio = (value: number, to: number | undefined) => (to ? short(value / to) : "–");
  const rows = series.map(({ id, label, rounds }) => {
    const events = spread(rounds.map((round) => round.eventsPerSecond));
    const column = (name: "requestsPerSecond" | "p50" | "p99" | "machineBusy") => {
      const values = rounds.flatMap((round) => round[name] ?? []);
      return values.length > 0 ? spread(values) : undefined;
    };
    const show = (values: Spread | undefined, words: (value: number) => string) =>
      values ? range(values, words) : "–";
    const micros = (of: "server" | "load" | "rest") => {
      const values = rounds.flatMap((round) => round.micros?.[of] ?? []);
      return values.length > 0 ? whole(median(values)) : "–";
    };
    const busy = column("machineBusy");
    const memory = peakMemory[id];
    return [
      `(${id.charAt(0)}) ${label}`,
      range(events, whole),
      show(column("requestsPerSecond"), whole),
      ratio(events.median, base),
      ratio(events.median, limit),
      show(column("p50"), short),
      show(column("p99"), short),
      memory ? whole(memory / 1e6) : "–",
      micros("server"),
      micros("load"),
      micros("rest"),
      busy ? share(busy.median) : "–",
    ];
  });
  const head =
    "events/s|requests/s|× (d)|× limit|p50 ms|p99 ms|peak MB|server µs|load µs|rest µs|machine busy".split(
      "|",
    );
  return markdownTable(["", ...head], rows);
}

function autocannonPart({ series, autocannon }: Findings): string[] {
  const rows = Object.entries(autocannon).map(([id, found]) => {
    const ours = series.find((each) => each.id === id)?.rounds ?? [];
    return [
      `(${id})`,
      whole(median(ours.flatMap(({ requestsPerSecond }) => requestsPerSecond ?? []))),
      whole(found.requestsPerSecond ?? 0),
      short(found.p50 ?? 0),
      short(found.p99 ?? 0),
      whole(median(ours.flatMap(({ micros }) => micros?.load ?? []))),
      whole(found.micros?.load ?? 0),
    ];
  });
  if (rows.length === 0) return [];
  const head = [
    "",
    "requests/s by our load",
    "by autocannon",
    "its p50 ms",
    "its p99 ms",
    "µs a request",
    "its µs",
  ];
  return [
    "The load is our own because it shares the cores with what it measures, and what it takes is taken from that: it writes prepared bytes and reads no more of an answer than its status and its end. The same by autocannon, once, with the processor time that one request takes:",
    "",
    markdownTable(head, rows),
    "",
  ];
}

function steadyPart({ steady }: Findings): string[] {
  if (!steady) return [];
  const [rss, heap] = [memoryTrend(steady.memory, "rss"), memoryTrend(steady.memory, "heapUsed")];
  const row = (name: string, { firstThird, lastThird, perMinute }: typeof rss) => [
    name,
    whole(firstThird),
    whole(lastThird),
    perMinute.toFixed(2),
  ];
  return [
    "## At half of the peak",
    "",
    `${whole(steady.rate)} requests a second were due for ${steady.minutes} min, ${whole(steady.requestsPerSecond)} were answered: p50 ${short(steady.p50)} ms, p99 ${short(steady.p99)} ms, slowest ${short(steady.slowest)} ms, each counted from when it was due, up to a millisecond of it the clock of the load. The server took ${share(steady.serverCpu)} of a core.`,
    "",
    markdownTable(
      ["memory of the server, MB", "median of the first third", "of the last third", "slope a minute"],
      [row("resident", rss), row("JavaScript heap", heap)],
    ),
    "",
  ];
}

/** The goals as this run found them. */
export function goals({ series, steady }: Findings): Goal[] {
  const batches = ["c100", "c1000"].map((id) => medianEvents(series, id) ?? 0);
  return judge({
    single: medianEvents(series, "a"),
    obvious: medianEvents(series, "d"),
    lesserBatch: Math.min(...batches),
    insertLimit: medianEvents(series, "eInsert"),
    steadyP99: steady?.p99,
    memory: steady ? { minutes: steady.minutes, rss: memoryTrend(steady.memory, "rss") } : undefined,
  });
}

const verdict = (reached: boolean | null): string =>
  reached === null ? "not told by this run" : reached ? "reached" : "not reached";
