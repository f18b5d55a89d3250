import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { runCommand } from "#scripts/run-command.ts";
import { openEnvironment } from "./stalls/environment.ts";
import { attacks } from "./strangers/attacks.ts";
import { measureUnder, type Seen } from "./strangers/measure.ts";

// npm run bench:strangers: what collecting and a sign of life take while strangers without a session attack.
const usage = `Usage: npm run bench:strangers -- [--seconds N] [--out FILE]
  --seconds N  how long each attack is looked at (8)`;

async function measure(seconds: number): Promise<string> {
  const load = loadavg()[0] ?? 0;
  const ground = await openEnvironment((text) => console.error(text));
  const seen: [string, Seen][] = [];
  try {
    await measureUnder(ground, null, 2_000);
    for (const name of [null, ...Object.keys(attacks), null]) {
      console.error(name ?? "nobody");
      seen.push([name ?? "nobody", await measureUnder(ground, name, seconds * 1_000)]);
    }
  } finally {
    await ground.close();
  }
  return page(load, seen);
}

const page = (load: number, seen: [string, Seen][]): string => `# Strangers

What ordinary collection (\`POST /api/interactions\`, one every 20 ms) and \`GET /api/health\` take while somebody without a session attacks from four addresses: \`npm run bench:strangers\`. Milliseconds; memory is the app's most at that time, PostgreSQL's not among it.

- ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node} on ${process.platform} ${process.arch}
- ${cpus()[0]?.model.trim()}, ${cpus().length} cores, shared by the attacker, the app and PostgreSQL
- Before the first request ${load.toFixed(1)} other processes wanted to run

| who attacks | collection p50 | p99 | max | health p50 | p99 | max | memory |
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
