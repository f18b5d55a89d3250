import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { runCommand } from "#scripts/run-command.ts";
import { openEnvironment } from "./stalls/environment.ts";
import { attacks } from "./strangers/attacks.ts";
import { measureUnder, type Seen } from "./strangers/measure.ts";

// npm run bench:strangers: how collection and the health check respond while someone without a session
// attacks.
const NO_ATTACK = "none";

const usage = `Usage: npm run bench:strangers -- [--seconds N] [--out FILE]
  --seconds N  how long to measure each attack (8)
  --out FILE   where to write the report`;

async function measure(seconds: number): Promise<string> {
  const load = loadavg()[0] ?? 0;
  const environment = await openEnvironment((text) => console.error(text));
  const seen: [string, Seen][] = [];
  try {
    await measureUnder(environment, null, 2_000);
    for (const name of [null, ...Object.keys(attacks), null]) {
      console.error(name ?? NO_ATTACK);
      seen.push([name ?? NO_ATTACK, await measureUnder(environment, name, seconds * 1_000)]);
    }
  } finally {
    await environment.close();
  }
  return page(load, seen);
}

const page = (load: number, seen: [string, Seen][]): string => `# Attacks without a session

How fast ordinary collection (\`POST /api/interactions\`, one every 20 ms) and \`GET /api/health\` respond while someone without a session attacks from four addresses, measured with \`npm run bench:strangers\`. Times are in milliseconds; memory is the app's peak, without PostgreSQL.

- ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node} on ${process.platform} ${process.arch}
- ${cpus()[0]?.model.trim()}, ${cpus().length} cores, shared by the attacker, the app and PostgreSQL
- Load before the first request: ${load.toFixed(1)}

| attack | collection p50 | p99 | max | health p50 | p99 | max | memory |
| --- | --- | --- | --- | --- | --- | --- | --- |
${seen.map(([name, each]) => row(name, each)).join("\n")}
`;

function row(name: string, { collection, health, memory }: Seen): string {
  const times = [collection, health].flatMap(({ p50, p99, max }) => [p50, p99, max]);
  const cells = [name, ...times.map((ms) => ms.toFixed(1)), memory === null ? "–" : `${memory} MB`];
  return `| ${cells.join(" | ")} |`;
}

await runCommand({
  usage,
  read: (args) =>
    parseArgs({ args: [...args], options: { out: { type: "string" }, seconds: { type: "string" } } }).values,
  async run({ seconds = "8", out }) {
    const text = await measure(Number(seconds));
    console.log(text);
    if (out) await writeFile(out, text);
  },
});
