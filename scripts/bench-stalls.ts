import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { measureBeside } from "./bench-stalls/beside.ts";
import { hostileTexts } from "./bench-stalls/hostile-texts.ts";
import { openGround } from "./bench-stalls/open-ground.ts";
import { stallReport } from "./bench-stalls/stall-report.ts";
import { Stalls } from "./bench-stalls/stalls.ts";
import { correctAtOnce, sendFields, walkAll, walkWith } from "./bench-stalls/walk.ts";
import { complain, USAGE_FAULT } from "./complain.ts";

// npm run bench:stalls: the longest stretch for which each route, page and job holds the event loop.
const usage = `Usage: npm run bench:stalls -- [--text NAME] [--out FILE]
  --text NAME  one text of scripts/bench-stalls/hostile-texts.ts alone`;

/** How many corrections of 50,000 words are sent at once. */
const CORRECTIONS = 27;

const say = (text: string) => console.error(text);

async function measure(only: string | undefined): Promise<string> {
  const load = loadavg()[0] ?? 0;
  const ground = await openGround(say);
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

try {
  const { values } = parseArgs({ options: { out: { type: "string" }, text: { type: "string" } } });
  const page = await measure(values.text);
  console.log(page);
  if (values.out) await writeFile(values.out, page);
} catch (error) {
  if (error instanceof TypeError) {
    console.error(`${error.message}\n${usage}`);
    process.exitCode = USAGE_FAULT;
  } else complain(error);
}
