import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { runCommand } from "#scripts/run-command.ts";
import { markdownTable, short, whole } from "./collect/markdown.ts";
import { median } from "./collect/statistics.ts";
import { openEnvironment, type PromptsEnvironment } from "./prompts/environment.ts";
import { callGetPrompt, type ReadLoad, readPrompt, readSteadily } from "./prompts/measure.ts";

// npm run bench:prompts: how fast a prompt is read, beside a Next route with one query, and by getPrompt().
const usage = `Usage: npm run bench:prompts -- [--rounds N] [--seconds N] [--out FILE]
  --rounds N   rounds in which both are loaded in turn (5)
  --seconds N  how long each is loaded in a round (5)`;

/** Reads a second of the second measurement. */
const RATE = 200;

type Name = keyof PromptsEnvironment["urls"];
const names: readonly Name[] = ["whetstone", "obvious", "bare"];

interface Found {
  load: number;
  full: Record<Name, ReadLoad[]>;
  steady: Record<Name, ReadLoad[]>;
  call: { p50: number; p99: number };
}

async function measure(rounds: number, seconds: number): Promise<Found> {
  const load = loadavg()[0] ?? 0;
  const environment = await openEnvironment((text) => console.error(text));
  const found: Found = {
    load,
    full: { whetstone: [], obvious: [], bare: [] },
    steady: { whetstone: [], obvious: [], bare: [] },
    call: { p50: Number.NaN, p99: Number.NaN },
  };
  try {
    const { urls, secretKey } = environment;
    for (const name of names) await readPrompt(urls[name], secretKey, 3);
    for (let round = 1; round <= rounds; round++) {
      console.error(`round ${round} of ${rounds}`);
      for (const name of names) {
        found.full[name].push(await readPrompt(urls[name], secretKey, seconds));
        found.steady[name].push(await readSteadily(urls[name], secretKey, { seconds, rate: RATE }));
      }
    }
    found.call = await callGetPrompt(urls.whetstone, secretKey);
    return found;
  } finally {
    await environment.close();
  }
}

const middle = (loads: readonly ReadLoad[], pick: (load: ReadLoad) => number): number =>
  median(loads.map(pick));

function page({ load, full, steady, call }: Found, rounds: number, seconds: number): string {
  const perSecond = (name: Name) => middle(full[name], (each) => each.requestsPerSecond);
  const times = perSecond("whetstone") / perSecond("obvious");
  const row = (label: string, name: Name) => [
    label,
    whole(perSecond(name)),
    ...[full, steady].flatMap((loads) =>
      [middle(loads[name], ({ p50 }) => p50), middle(loads[name], ({ p99 }) => p99)].map(short),
    ),
  ];
  return `# Reading prompts

\`npm run bench:prompts\`: \`GET /api/prompts/:template?label=production\` of a text of two kilobytes, beside the same read written the obvious way (bench/prompts/obvious: a Next route with one query, which finds the key and the prompt) and beside a bare listener that answers as many bytes to whatever it is asked, which is the least that this machine can do. ${rounds} rounds of ${seconds} s each, in turn; the median of the rounds. Milliseconds: as autocannon tells them of 32 connections, and at ${RATE} a second from the moment when each read was due.

- ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node} on ${process.platform} ${process.arch}
- ${cpus()[0]?.model.trim()}, ${cpus().length} cores, shared by the load, both apps and PostgreSQL
- Before the first request ${load.toFixed(1)} other processes wanted to run

${markdownTable(
  ["", "reads/s by 32 connections", "p50", "p99", `p50 at ${RATE}/s`, "p99"],
  [row("Whetstone", "whetstone"), row("the obvious route", "obvious"), row("a bare listener", "bare")],
)}

Whetstone answers ${short(times)} × as many reads a second; the goal is 5. At ${RATE} a second its p99 is ${short(middle(steady.whetstone, ({ p99 }) => p99))} ms; the goal is less than 20, and the bare listener has ${short(middle(steady.bare, ({ p99 }) => p99))}.

\`getPrompt()\` with three variables, while the prompt is known, one call after the other: p50 ${short(call.p50)} µs, p99 ${short(call.p99)} µs; the goal is less than 50.
`;
}

await runCommand({
  usage,
  read: (args) =>
    parseArgs({
      args: [...args],
      options: { out: { type: "string" }, rounds: { type: "string" }, seconds: { type: "string" } },
    }).values,
  async run({ rounds = "5", seconds = "5", out }) {
    const text = page(await measure(Number(rounds), Number(seconds)), Number(rounds), Number(seconds));
    console.log(text);
    if (out) await writeFile(out, text);
  },
});
