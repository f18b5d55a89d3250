import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Client } from "pg";
import {
  createExperiment,
  type Experiment,
  findExperiment,
  newExperimentSchema,
  recountExposures,
  stepExperiment,
} from "#lib/act/experiments/index.ts";
import { connectDatabase, db, disconnectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { SessionClient } from "#lib/platform/db/session.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { readExperiment } from "#lib/use-cases/experiments/read-experiment.ts";
import { createOwnerCommand, createProjectCommand } from "#scripts/admin-commands.ts";
import { runCommand } from "#scripts/run-command.ts";
import { OWNER } from "./dashboard/environment.ts";
import { percentile } from "./dashboard/percentile.ts";

// npm run bench:experiments: what the analysis of an experiment costs, compared with the same sums over raw rows.
const usage = `Usage: npm run bench:experiments -- [--users N (200000)] [--rounds N (15)]`;

/** Answers a user, and which share of the users rates one. */
const [ANSWERS_EACH, RATERS] = [5, 0.5];

const NAME = "bench";

const say = (text: string) => console.error(text);

async function measure(users: number, rounds: number): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "whetstone-experiments-"));
  const database = await acquireDatabase({ dataDir, onMessage: say, settings: { max_wal_size: "8GB" } });
  const client = new SessionClient({ connectionString: database.url });
  try {
    await migrate(database.url);
    connectDatabase(database.url);
    await client.connect();
    await createOwnerCommand(OWNER);
    const { project_id: projectId = "" } = await createProjectCommand("Benchmark");
    const experiment = await startExperiment(projectId);
    await fill(client, projectId, users, experiment.startedAt ?? new Date(0));
    const began = performance.now();
    await recountExposures(projectId);
    const counted = Math.round((performance.now() - began) / 1_000);
    await client.query("VACUUM ANALYZE experiment_user");
    const analysis = await times(rounds, () => readExperiment(projectId, NAME, new Date()));
    const raw = await times(Math.min(rounds, 5), () => client.query(overRawRows, [projectId, NAME]));
    return report({ users, counted, analysis, raw });
  } finally {
    await client.end();
    await disconnectDatabase();
    await database.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** An experiment that began four weeks ago, judged by thumbs, with two guardrails. */
async function startExperiment(projectId: string): Promise<Experiment> {
  const sent = newExperimentSchema.parse({
    ...{ experiment: NAME, hypothesis: "b is better", primary_metric: { metric: "positive_rate" } },
    guardrails: [{ metric: "latency" }, { metric: "cost" }],
    arms: ["a", "b"].map((variant) => ({ variant, weight: 0.5 })),
  });
  await createExperiment(projectId, sent, "Bench");
  await stepExperiment(projectId, NAME, "start", { by: "Bench", reason: "Bench" });
  const startedAt = new Date(Date.now() - 28 * 86_400_000);
  await db().experiment.updateMany({
    where: { projectId },
    data: { startedAt, splitAt: startedAt, historyAt: startedAt },
  });
  return findExperiment(projectId, NAME);
}

/** Writes answers of all users in turns, over three weeks, and thumbs of some of them. */
async function fill(client: Client, projectId: string, users: number, since: Date): Promise<void> {
  await client.query("SET synchronous_commit = off; SET session_replication_role = replica");
  const answers = users * ANSWERS_EACH;
  const seconds = (21 * 86_400) / answers;
  await client.query(writeAnswers, [projectId, answers, users, since.toISOString(), seconds, NAME]);
  say(`${answers.toLocaleString("en")} answers`);
  await client.query(writeThumbs, [projectId, Math.round(users * RATERS)]);
  await client.query("RESET session_replication_role");
  await client.query("VACUUM ANALYZE");
}

const writeAnswers = `
  INSERT INTO interactions (project_id, interaction_id, feature_name, model_name, response_text, user_hash, experiment,
    variant, response_latency_ms, cost_usd, created_at, received_at)
  SELECT $1::uuid, 'answer-' || n, 'summary', 'small', 'It is so.', 'user-' || n % $3::int, $6::text,
    CASE WHEN n % $3::int % 2 = 0 THEN 'a' ELSE 'b' END, 300 + (n * 7919) % 900, ((n * 31) % 97) / 1e5,
    $4::text::timestamptz + (n * $5::float8) * interval '1 second', now()
  FROM generate_series(1, $2::bigint) AS n`;

const writeThumbs = `
  INSERT INTO feedback (project_id, interaction_id, feedback_id, rater, rating_type, rating_value, rating_categories,
    created_at, updated_at)
  SELECT $1::uuid, 'answer-' || n, 'thumb-' || n, 'token', 'binary', (n * 7919 % 10 < 6 + n % 2)::int, '{}', now(), now()
  FROM generate_series(1, $2::bigint) AS n`;

/** The same sums as one would write them without rows by user: of the primary metric and two guardrails. */
const overRawRows = `
  WITH users AS (
    SELECT i.user_hash, min(i.variant) AS variant, count(DISTINCT i.variant) AS variants,
      avg(f.rating_value::float8) AS y, ln(avg(i.response_latency_ms::float8)) AS latency,
      ln(GREATEST(avg(i.cost_usd), 1e-6)) AS cost
    FROM interactions AS i LEFT JOIN feedback AS f ON (f.project_id, f.interaction_id) = (i.project_id, i.interaction_id)
      AND f.rating_type = 'binary' AND f.source = 'user'
    WHERE i.project_id = $1::uuid AND i.experiment = $2 GROUP BY i.user_hash
  )
  SELECT variant, count(*), count(y), sum(y), sum(y * y), sum(latency), sum(latency * latency), sum(cost), sum(cost * cost)
  FROM users WHERE variants = 1 GROUP BY variant`;

async function times(rounds: number, run: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await run();
    taken.push(performance.now() - began);
  }
  return taken;
}

interface Measured {
  users: number;
  counted: number;
  analysis: readonly number[];
  raw: readonly number[];
}

function report({ users, counted, analysis, raw }: Measured): string {
  const ms = (values: readonly number[], share: number) => `${Math.round(percentile(values, share))} ms`;
  const number = (value: number) => value.toLocaleString("en");
  return `${number(users)} users, ${number(users * ANSWERS_EACH)} answers, ${number(users * RATERS)} ratings; counting all users took ${counted} s.

| | median | slowest |
| --- | --- | --- |
| analysis, from one row a user | ${ms(analysis, 0.5)} | ${ms(analysis, 1)} |
| sums of three metrics over raw rows | ${ms(raw, 0.5)} | ${ms(raw, 1)} |`;
}

await runCommand({
  usage,
  read(args) {
    const options = {
      users: { type: "string", default: "200000" },
      rounds: { type: "string", default: "15" },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    const [users, rounds] = [Number(values.users), Number(values.rounds)];
    if (!(users > 0 && rounds > 0)) throw new Error("--users and --rounds must be greater than 0.");
    return { users, rounds };
  },
  run: async ({ users, rounds }) => console.log(await measure(users, rounds)),
});
