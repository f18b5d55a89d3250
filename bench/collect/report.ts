import { type Findings, medianEvents, type Series } from "./bench.ts";
import { type HeavyTask, heavyTasks } from "./beside.ts";
import { checkGoals, type Goal, type GoalFigures, type Rates } from "./goals.ts";
import type { SteadyLoad } from "./half-load.ts";
import { markdownTable, short, whole } from "./markdown.ts";
import { memoryTrend } from "./memory-trend.ts";
import type { BenchOptions } from "./options.ts";
import { median, type Spread, spread } from "./statistics.ts";

/** A machine that is busier than this before the load has other things to do. */
const QUIET_BELOW = 0.25;
const BUSY =
  "**Other programs kept this machine busy: take these figures for a trial of the benchmark, not for its result.**";

/** The obvious implementation of what each contestant does, by the beginning of its id. */
const obviousOf: Record<string, string> = {
  a: "dRating",
  b: "dThumb",
  c: "dAnswer",
  d: "",
  e: "dAnswer",
  f: "dAnswer",
};

/** How a contestant is named in the table: by its letter, but for the build before. */
const letterOf = (id: string): string => (id === "before" ? "" : `(${id.charAt(0)}) `);

const share = (part: number): string => `${Math.round(part * 100)} %`;
const range = ({ min, median, max }: Spread, words: (value: number) => string): string =>
  min === max ? words(median) : `${words(median)} (${words(min)}–${words(max)})`;

/** Everything that was found, as a page of Markdown; the shortest tables come first. */
export function report(all: readonly Findings[], options: BenchOptions): string {
  const [first] = all;
  if (!first) return "";
  const { rounds, seconds, warmUpSeconds, processes } = options;
  const turns = rounds === 1 ? "one round" : `${rounds} rounds in turn`;
  return [
    "# Collection benchmark",
    "",
    "Written by `npm run bench:collect`. Ratings with their answers inline (0.8 kB, secret key), thumbs (publishable key, the answer's token, an id of their own, from 100 addresses) and answers (1 kB) are sent to a server by a process of its own; server, load and PostgreSQL share the machine.",
    "",
    ...first.machine.lines.map((line) => `- ${line}`),
    ...(processes > 1
      ? [`- Whetstone with WEB_PROCESSES=${processes}; its memory and time are those of all`]
      : []),
    `- ${turns}, each ${seconds} s after ${warmUpSeconds} s of warm-up, into tables of a stated length that nobody ever analyzed, with autovacuum off; median (least–greatest). After each, as many rows are in the database as were acknowledged.`,
    "",
    ...(first.machine.busyBefore > QUIET_BELOW ? [BUSY, ""] : []),
    ...all.flatMap((findings) => [
      `## What came in, with ${whole(findings.rows)} rows in each table`,
      "",
      throughput(findings),
      "",
    ]),
    "(d) is one Express handler with one `pg` insert a request and a pool of 10, into a table of the same columns, indexes and foreign key; it knows no keys and no tokens, checks and redacts nothing, and stores a rating and its answer as one row. (f) is one loop on one connection, without HTTP. The µs are processor time an event, whole processes, their background jobs included; those of PostgreSQL are of all its processes.",
    "",
    ...autocannonPart(first),
    ...steadyPart(first),
    ...busyPart(first),
    "## Goals",
    "",
    markdownTable(
      ["goal", "found", ""],
      goals(all).map(({ goal, found, reached }) => [goal, found, verdict(reached)]),
    ),
    "",
  ].join("\n");
}

const valuesOf = ({ rounds }: Series, name: "requestsPerSecond" | "p50" | "p99" | "machineBusy") =>
  rounds.flatMap((round) => round[name] ?? []);

const microsOf = ({ rounds }: Series, of: "server" | "load" | "postgres") =>
  rounds.flatMap((round) => round.micros?.[of] ?? []);

function throughput({ series, peakMemory }: Findings): string {
  const ratio = (value: number, to: string) => {
    const base = medianEvents(series, to);
    return base ? short(value / base) : "–";
  };
  const show = (values: number[], words: (value: number) => string) =>
    values.length > 0 ? range(spread(values), words) : "–";
  const middle = (values: number[], words: (value: number) => string) =>
    values.length > 0 ? words(median(values)) : "–";
  const rows = series.map((each) => {
    const events = spread(each.rounds.map((round) => round.eventsPerSecond));
    const letter = each.id.charAt(0);
    const memory = peakMemory[each.id];
    return [
      `${letterOf(each.id)}${each.label}`,
      range(events, whole),
      show(valuesOf(each, "requestsPerSecond"), whole),
      ratio(events.median, obviousOf[each.id === "before" ? "a" : letter] ?? ""),
      ratio(events.median, "fInsert"),
      show(valuesOf(each, "p50"), short),
      show(valuesOf(each, "p99"), short),
      memory ? whole(memory / 1e6) : "–",
      ...(["server", "postgres", "load"] as const).map((of) => middle(microsOf(each, of), whole)),
      middle(valuesOf(each, "machineBusy"), share),
    ];
  });
  const head =
    "events/s|requests/s|× obvious|× limit|p50 ms|p99 ms|peak MB|server µs|PostgreSQL µs|load µs|machine busy".split(
      "|",
    );
  return markdownTable(["", ...head], rows);
}

function autocannonPart({ series, autocannon }: Findings): string[] {
  const rows = Object.entries(autocannon).map(([id, found]) => {
    const ours = series.find((each) => each.id === id);
    return [
      `(${id.charAt(0)}) ${ours?.label ?? ""}`,
      whole(median(ours ? valuesOf(ours, "requestsPerSecond") : [])),
      whole(found.requestsPerSecond ?? 0),
      short(found.p50 ?? 0),
      short(found.p99 ?? 0),
      whole(median(ours ? microsOf(ours, "load") : [])),
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
  const parts = (["a", "b"] as const).flatMap((id) => (steady[id] ? [steadyLines(id, steady[id])] : []));
  return parts.length === 0 ? [] : ["## At half of the peak", "", ...parts.flat()];
}

function steadyLines(id: string, steady: SteadyLoad): string[] {
  const row = (name: string, of: "rss" | "heapUsed") => {
    const { firstThird, lastThird, perMinute } = memoryTrend(steady.memory, of);
    return [name, whole(firstThird), whole(lastThird), perMinute.toFixed(2)];
  };
  return [
    `(${id}): ${whole(steady.rate)} requests a second were due for ${steady.minutes} min, ${whole(steady.requestsPerSecond)} were answered: p50 ${short(steady.p50)} ms, p99 ${short(steady.p99)} ms, slowest ${short(steady.slowest)} ms, each counted from when it was due, up to a millisecond of it the clock of the load. The server took ${share(steady.serverCpu)} of a core.`,
    "",
    markdownTable(
      ["memory of the server, MB", "median of the first third", "of the last third", "slope a minute"],
      [row("resident", "rss"), row("JavaScript heap", "heapUsed")],
    ),
    "",
  ];
}

function busyPart({ busy, steady }: Findings): string[] {
  const row = (
    label: string,
    { minutes, p50, p99, slowest }: Pick<SteadyLoad, "minutes" | "p50" | "p99" | "slowest">,
    times = "–",
  ) => [label, String(minutes), times, short(p50), short(p99), short(slowest)];
  const rows = (Object.keys(heavyTasks) as HeavyTask[]).flatMap((task) => {
    const load = busy[task];
    return load ? [row(heavyTasks[task].label, load, String(load.times))] : [];
  });
  if (rows.length === 0) return [];
  const head = ["(a) at half of the peak, beside", "min", "done whole", "p50 ms", "p99 ms", "slowest ms"];
  return [markdownTable(head, [...(steady.a ? [row("nothing else", steady.a)] : []), ...rows]), ""];
}

/** The goals as this run found them. */
export const goals = (all: readonly Findings[]): Goal[] => checkGoals(all.map(figuresOf));

function figuresOf({ rows, series, steady, busy }: Findings): GoalFigures {
  const ratings = series.find(({ id }) => id === "a");
  const micros = ratings && {
    server: median(microsOf(ratings, "server")),
    postgres: median(microsOf(ratings, "postgres")),
  };
  const rates = Object.fromEntries(series.map(({ id }) => [id, medianEvents(series, id)])) as Rates;
  const figures = Object.entries(steady).map(([id, { p99, minutes, memory }]) => [
    id,
    { p99, minutes, rss: memoryTrend(memory, "rss") },
  ]);
  const beside = Object.entries(busy).map(([task, { p99 }]) => [task, p99]);
  return { rows, rates, micros, steady: Object.fromEntries(figures), busy: Object.fromEntries(beside) };
}

const verdict = (reached: boolean | null): string =>
  reached === null ? "not told by this run" : reached ? "reached" : "not reached";
