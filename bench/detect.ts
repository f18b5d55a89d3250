import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Client } from "pg";
import { listProblems } from "#lib/act/problems/index.ts";
import { countCombinations } from "#lib/evaluate/metrics/index.ts";
import { connectDatabase, disconnectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { SessionClient } from "#lib/platform/db/session.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { detectProblems } from "#lib/use-cases/problems/detect-problems.ts";
import { createOwnerCommand, createProjectCommand } from "#scripts/admin-commands.ts";
import { runCommand } from "#scripts/run-command.ts";
import { OWNER } from "./dashboard/environment.ts";
import { percentile } from "./dashboard/percentile.ts";
import { obviousQueries, oneQuery } from "./detect/obvious.ts";
import { DAYS, plantProject } from "./detect/plant-project.ts";
import { type Measured, report } from "./detect/report.ts";

// npm run bench:detect: what an hourly look for problems costs, compared with queries over raw rows in the same run.
const usage = `Usage: npm run bench:detect -- [--answers N (1000000)] [--combinations N (2000)] [--rounds N (5)]`;

const [HOUR_MS, TURNS] = [3_600_000, 200];

const say = (text: string) => console.error(text);

interface Options {
  answers: number;
  combinations: number;
  rounds: number;
}

async function measure(options: Options): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "whetstone-detect-"));
  const database = await acquireDatabase({ dataDir, onMessage: say, settings: { max_wal_size: "8GB" } });
  const client = new SessionClient({ connectionString: database.url });
  try {
    await migrate(database.url);
    connectDatabase(database.url);
    await client.connect();
    await createOwnerCommand(OWNER);
    const { project_id: projectId = "" } = await createProjectCommand("Benchmark");
    return report(await measureProject(client, projectId, options));
  } finally {
    await client.end();
    await disconnectDatabase();
    await database.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureProject(client: Client, projectId: string, options: Options): Promise<Measured> {
  const { answers, combinations, rounds } = options;
  const until = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS);
  const since = new Date(until.getTime() - DAYS * 24 * HOUR_MS);
  await plantProject(client, { projectId, answers, combinations, until });
  say(`${answers.toLocaleString("en")} answers`);
  await client.query(markAll, [projectId, since.toISOString()]);
  const first = await timed(() => countCombinations(projectId, until));
  await client.query("VACUUM ANALYZE");
  const taken = {
    looks: [] as number[],
    counts: [] as number[],
    obvious: [] as number[],
    one: [] as number[],
  };
  for (let round = 0; round < rounds; round++) {
    await change(client, projectId, until);
    taken.counts.push(await timed(() => countCombinations(projectId, until)));
    await change(client, projectId, until);
    taken.looks.push(await timed(() => detectProblems(projectId, until)));
    taken.one.push(await timed(() => oneQuery(client, projectId, since)));
    taken.obvious.push(await obviousQueries(client, projectId, { since, round }));
    say(
      `round ${round + 1}: ${Object.entries(taken)
        .map(([name, times]) => `${name} ${Math.round(times.at(-1) ?? 0)} ms`)
        .join(", ")}`,
    );
  }
  const cells = await client.query("SELECT count(*)::int AS cells FROM combination WHERE project_id = $1", [
    projectId,
  ]);
  const problems = (await listProblems(projectId)).map(({ title }) => title);
  const marks = await measureMarks(client, projectId);
  return { answers, combinations, cells: cells.rows[0].cells, problems, first, ...taken, marks };
}

const markAll = `
  INSERT INTO combination_mark (project_id, hour)
  SELECT $1::uuid, hour FROM generate_series($2::text::timestamptz, now(), interval '1 hour') AS hour`;

/** The last hour got new answers, and answers of the day before got late ratings. */
const change = (client: Client, projectId: string, until: Date) =>
  client.query(
    `INSERT INTO combination_mark (project_id, hour)
     SELECT $1::uuid, $2::text::timestamptz - hours * interval '1 hour' FROM generate_series(1, 24) AS hours`,
    [projectId, until.toISOString()],
  );

/** What handing an hour's marks on costs, in a transaction that is rolled back. */
async function measureMarks(client: Client, projectId: string): Promise<Measured["marks"]> {
  const minutes = `
    INSERT INTO metric_marks (project_id, minute)
    SELECT $1::uuid, date_trunc('hour', now()) + m * interval '1 minute' FROM generate_series(0, 59) AS m`;
  const take = (handOn: string) => `
    WITH taken AS (DELETE FROM metric_marks WHERE project_id = $1::uuid RETURNING minute) ${handOn}`;
  const variants = {
    with: take(`INSERT INTO combination_mark (project_id, hour)
      SELECT DISTINCT $1::uuid, date_trunc('hour', minute, 'UTC') FROM taken`),
    without: take("SELECT count(*) FROM taken"),
  };
  const times: Record<keyof typeof variants, number[]> = { with: [], without: [] };
  for (let turn = 0; turn < TURNS; turn++)
    for (const name of ["with", "without"] as const) {
      await client.query("BEGIN");
      await client.query(minutes, [projectId]);
      times[name].push(await timed(() => client.query(variants[name], [projectId])));
      await client.query("ROLLBACK");
    }
  return { with: percentile(times.with, 0.5), without: percentile(times.without, 0.5) };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

await runCommand({
  usage,
  read(args) {
    const options = {
      answers: { type: "string", default: "1000000" },
      combinations: { type: "string", default: "2000" },
      rounds: { type: "string", default: "5" },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    const [answers, combinations, rounds] = [values.answers, values.combinations, values.rounds].map(Number);
    if (!answers || !combinations || !rounds || Math.min(answers, combinations, rounds) <= 0)
      throw new Error("--answers, --combinations and --rounds must be greater than 0.");
    return { answers, combinations, rounds };
  },
  run: async (options) => console.log(await measure(options)),
});
