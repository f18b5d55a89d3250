import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { runCommand } from "#scripts/run-command.ts";
import { markdownTable, short } from "./collect/markdown.ts";
import { type Latencies, measureBeside } from "./stalls/beside.ts";
import { openEnvironment } from "./stalls/environment.ts";
import { hostileTexts } from "./stalls/hostile-texts.ts";
import { type Longest, Stalls } from "./stalls/stalls.ts";
import { correctAtOnce, sendFields, walkAll, walkWith } from "./stalls/walk.ts";

/** The results. */
interface StallFindings {
  machine: string[];
  longest: ReadonlyMap<string, Longest>;
  corrections: { count: number; seconds: number };
  pageBytes: { text: string; bytes: number };
  refusals: ReadonlyMap<string, number>;
  alone: Latencies;
  beside: Latencies;
}

/** The goal for the longest stall, in milliseconds. */
const GOAL_MS = 50;

/** The page of docs/benchmarks, in Markdown. */
function stallReport(found: StallFindings): string {
  const { machine, longest, corrections, pageBytes, refusals, alone, beside } = found;
  const refused = [...refusals].map(([kind, times]) => `${kind} (${times})`).join(", ");
  const rows = [...longest]
    .toSorted(([, one], [, other]) => other.own - one.own)
    .map(([name, { own, wall, text }]) => [name, text, short(own), short(wall)]);
  const over = rows.filter(([, , own]) => Number(own) > GOAL_MS).length;
  const latency = (name: string, { p50, p99, max }: Latencies) => [name, short(p50), short(p99), short(max)];
  return `# The longest stalls

How long one request, page or job delays all others, measured with \`npm run bench:stalls -- --out docs/benchmarks/stalls.md\`. Every text of bench/stalls/hostile-texts.ts, 100,000 characters each, is sent wherever texts are accepted, and everything that shows it is opened.

${machine.map((line) => `- ${line}`).join("\n")}

_CPU_ is the main thread's CPU time in one stall, in milliseconds; _elapsed_ includes time used by other processes. Stalls under 10 ms are not reported. Everything was opened once before, so that no modules were loaded during the measurement.

The goal is no stall with more than ${GOAL_MS} ms of CPU time: ${over === 0 ? "reached" : `missed by ${over} of ${rows.length}`}.

${markdownTable(["Request", "Longest with", "CPU ms", "elapsed ms"], rows)}

${corrections.count} corrections of 50,000 words each were compared, counted and indexed within ${short(corrections.seconds)} s, including waiting. The largest page of an interaction had ${short(pageBytes.bytes / 1e6)} MB (${pageBytes.text}). Rejected requests: ${refused || "none"}.

## Ordinary collection during attacks

50 ordinary answers per second, alone and while two hostile answers and corrections per second are sent and their pages opened, in alternating rounds; milliseconds until each was stored.

${markdownTable(["", "p50", "p99", "max"], [latency("alone", alone), latency("with hostile texts", beside)])}

With hostile texts, p99 is ${short(beside.p99 / alone.p99)} × as high; the goal is at most 2 ×.
`;
}

// npm run bench:stalls: the longest time for which each route, page and job blocks the event loop.
const usage = `Usage: npm run bench:stalls -- [--text NAME] [--out FILE]
  --text NAME  only one text of bench/stalls/hostile-texts.ts
  --out FILE   where to write the report`;

/** How many corrections of 50,000 words are sent at once. */
const CORRECTIONS = 27;

const say = (text: string) => console.error(text);

async function measure(only: string | undefined): Promise<string> {
  const load = loadavg()[0] ?? 0;
  const environment = await openEnvironment(say);
  try {
    // Modules are loaded on the first use of each route and page.
    const warm = new Stalls(environment.stalls);
    await walkWith(environment, warm, "warm", "An ordinary answer. ".repeat(100));
    await walkAll(environment, warm);
    const stalls = new Stalls(environment.stalls);
    let pageBytes = { text: "–", bytes: 0 };
    for (const [name, text] of Object.entries(hostileTexts)) {
      if (only !== undefined && only !== name) continue;
      say(name);
      const id = await walkWith(environment, stalls, name, text);
      const bytes = await environment.open(`/${environment.slug}/interactions/${id}`);
      if (bytes > pageBytes.bytes) pageBytes = { text: name, bytes };
    }
    await sendFields(environment, stalls);
    say("every page and route");
    await walkAll(environment, stalls);
    say("corrections");
    const seconds = await correctAtOnce(environment, stalls, CORRECTIONS);
    say("ordinary collection");
    const latencies = await stalls.during("ordinary collection with hostile texts", "all of them", () =>
      measureBeside(environment),
    );
    return stallReport({
      machine: machineLines(load),
      longest: stalls.longest,
      corrections: { count: CORRECTIONS, seconds },
      pageBytes,
      refusals: environment.refusals,
      ...latencies,
    });
  } finally {
    await environment.close();
  }
}

const machineLines = (load: number): string[] => [
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node} on ${process.platform} ${process.arch}`,
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, shared by the load, the app and PostgreSQL`,
  `Load before the first request: ${load.toFixed(1)}`,
];

await runCommand({
  usage,
  read: (args) =>
    parseArgs({ args: [...args], options: { out: { type: "string" }, text: { type: "string" } } }).values,
  async run({ text, out }) {
    const page = await measure(text);
    console.log(page);
    if (out) await writeFile(out, page);
  },
});
