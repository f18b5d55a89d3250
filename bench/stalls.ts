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

/** What was found. */
interface StallFindings {
  machine: string[];
  longest: ReadonlyMap<string, Longest>;
  corrections: { count: number; seconds: number };
  pageBytes: { text: string; bytes: number };
  refusals: ReadonlyMap<string, number>;
  alone: Latencies;
  beside: Latencies;
}

/** The longest stall that there should be, in milliseconds. */
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

What one request, page or job holds up all others for: \`npm run bench:stalls -- --out docs/benchmarks/stalls.md\`. Every text of bench/stalls/hostile-texts.ts, 100,000 characters each, is sent wherever a text may go, and everything is opened where it is shown.

${machine.map((line) => `- ${line}`).join("\n")}

_Own_ is what the main thread worked in one stretch, in milliseconds of a processor; _by the clock_ has what other processes took in between, too. Stretches under 10 ms are not told. Everything was opened once before, so that no module was loaded meanwhile.

The goal is no own stretch over ${GOAL_MS} ms: ${over === 0 ? "reached" : `missed by ${over} of ${rows.length}`}.

${markdownTable(["What", "Longest with", "own ms", "by the clock ms"], rows)}

${corrections.count} corrections of 50,000 words each were compared, counted and indexed within ${short(corrections.seconds)} s, waiting included. The largest page of an interaction had ${short(pageBytes.bytes / 1e6)} MB (${pageBytes.text}). Refused was ${refused || "nothing"}.

## Ordinary collection beside them

50 ordinary answers a second alone, and with two hostile answers and corrections a second being sent and their pages opened beside, in rounds that take turns; milliseconds until each was stored.

${markdownTable(["", "p50", "p99", "longest"], [latency("alone", alone), latency("beside hostile texts", beside)])}

p99 is ${short(beside.p99 / alone.p99)} × of what it is alone; the goal is at most 2.
`;
}

// npm run bench:stalls: the longest stretch for which each route, page and job holds the event loop.
const usage = `Usage: npm run bench:stalls -- [--text NAME] [--out FILE]
  --text NAME  one text of bench/stalls/hostile-texts.ts alone`;

/** How many corrections of 50,000 words are sent at once. */
const CORRECTIONS = 27;

const say = (text: string) => console.error(text);

async function measure(only: string | undefined): Promise<string> {
  const load = loadavg()[0] ?? 0;
  const ground = await openEnvironment(say);
  try {
    // Modules are loaded at the first use of each route and page.
    const warm = new Stalls(ground.stalls);
    await walkWith(ground, warm, "warm", "An ordinary answer. ".repeat(100));
    await walkAll(ground, warm);
    const stalls = new Stalls(ground.stalls);
    let pageBytes = { text: "–", bytes: 0 };
    for (const [name, text] of Object.entries(hostileTexts)) {
      if (only !== undefined && only !== name) continue;
      say(name);
      const id = await walkWith(ground, stalls, name, text);
      const bytes = await ground.open(`/${ground.slug}/interactions/${id}`);
      if (bytes > pageBytes.bytes) pageBytes = { text: name, bytes };
    }
    await sendFields(ground, stalls);
    say("every page and route");
    await walkAll(ground, stalls);
    say("corrections");
    const seconds = await correctAtOnce(ground, stalls, CORRECTIONS);
    say("ordinary collection");
    const latencies = await stalls.during("ordinary collection beside hostile texts", "all of them", () =>
      measureBeside(ground),
    );
    return stallReport({
      machine: machineLines(load),
      longest: stalls.longest,
      corrections: { count: CORRECTIONS, seconds },
      pageBytes,
      refusals: ground.refusals,
      ...latencies,
    });
  } finally {
    await ground.close();
  }
}

const machineLines = (load: number): string[] => [
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node} on ${process.platform} ${process.arch}`,
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, shared by the load, the app and PostgreSQL`,
  `Before the first request ${load.toFixed(1)} other processes wanted to run`,
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
