import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Client } from "pg";
import { feedbackToken } from "#lib/platform/auth/feedback-token.ts";
import { userHash } from "#lib/platform/auth/user-hash.ts";
import { connectDatabase, db, disconnectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { SessionClient } from "#lib/platform/db/session.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { createOwnerCommand, createProjectCommand } from "#scripts/admin-commands.ts";
import { createTables, measuredTables, RATINGS, TABLE } from "./bench-table.ts";
import { eventId } from "./request-bytes.ts";

/** Rows of one statement. */
const CHUNK = 500_000;

/** How much an answer says: with its row about half a kilobyte. */
const RESPONSE = "repeat('What the text says of it is said here in a few words. ', 5)";

/**
 * Fills the app's tables and the obvious ones with as many answers and ratings each, spread over the past month. Nothing is
 * analyzed, and nothing is left to be counted. Each chunk is written in the order of its keys, so that it visits every page of
 * an index once, and without the triggers, which would look up each answer that a rating is of.
 */
async function fillTables(client: Client, projectId: string, rows: number): Promise<void> {
  await client.query(
    "SET synchronous_commit = off; SET session_replication_role = replica; SET work_mem = '512MB'",
  );
  for (let from = 0; from < rows; from += CHUNK) {
    const numbers = `generate_series(${from}, ${Math.min(rows, from + CHUNK) - 1}) AS n`;
    const past = "now() - interval '1 day' - (n % 2592000) * interval '1 second'";
    const answer = `'${projectId}'::uuid, 'past-' || lpad((n::bigint * 7919 % 1000003)::text, 7, '0') || '-' || n`;
    for (const table of ["interactions", TABLE]) {
      await client.query(`INSERT INTO ${table} (project_id, interaction_id, feature_name, model_name, prompt_text,
          response_text, user_hash, session_id, fingerprint, created_at)
        SELECT ${answer}, 'support-replies', 'gpt-4o-mini', 'Answer in three sentences.', ${RESPONSE},
          'user-' || n % 5000, 'session-' || n / 4, sha256(n::text::bytea), ${past} FROM ${numbers} ORDER BY 2`);
    }
    for (const [table, more, values] of [
      ["feedback", "", ""],
      [RATINGS, ", feature_name, response_text", `, 'support-replies', ${RESPONSE}`],
    ]) {
      await client.query(`INSERT INTO ${table} (project_id, interaction_id, feedback_id, rater, rating_type, rating_value,
          user_hash, created_at, updated_at${more})
        SELECT ${answer}, gen_random_uuid()::text, 'user:' || n % 5000, 'binary', (n % 4 > 0)::int, 'user-' || n % 5000,
          ${past}, ${past}${values} FROM ${numbers} ORDER BY 2`);
    }
  }
  await client.query("RESET synchronous_commit; RESET session_replication_role; RESET work_mem");
}

/** Answers of one run that were given to one user, numbered as their ids are. */
async function answersOf(
  client: Client,
  projectId: string,
  run: string,
  count: number,
  userHash: string,
): Promise<void> {
  await client.query(
    `INSERT INTO interactions (project_id, interaction_id, feature_name, model_name, response_text, user_hash, fingerprint,
        created_at)
      SELECT $1, 'bench-' || $2 || '-' || lpad(n::text, 9, '0'), 'support-replies', 'gpt-4o-mini', ${RESPONSE}, $4,
        sha256(n::text::bytea), now()
      FROM generate_series(0, $3::int - 1) AS n`,
    [projectId, run, count, userHash],
  );
}

/** What everybody is measured on: one PostgreSQL that keeps its promises, one project, two more tables. */
export interface BenchEnvironment {
  url: string;
  client: Client;
  projectId: string;
  secretKey: string;
  publishableKey: string;
  /** The process that PostgreSQL's others belong to. */
  postmaster: number;
  /** Aborted when somebody wants the run to end. */
  signal: AbortSignal;
  /** Makes every table so long, without statistics of it. */
  fill(rows: number): Promise<void>;
  /** Leaves nothing to be done for others before the next one is measured. */
  settle(): Promise<void>;
  /**
   * Stores answers of a run, as a server that named their users logged them.
   * @returns a file with the token of each.
   */
  makeAnswers(run: string, count: number): Promise<string>;
  close(): Promise<void>;
}

/** Starts a PostgreSQL as the app starts its own, with an owner and a project in it. */
export async function openEnvironment(
  say: (text: string) => void,
  signal: AbortSignal,
  settings: Record<string, string> = {},
): Promise<BenchEnvironment> {
  const dataDir = await mkdtemp(join(tmpdir(), "whetstone-bench-"));
  const database = await acquireDatabase({ dataDir, settings, onMessage: say }).catch(async (error) => {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  const client = new SessionClient({ connectionString: database.url });
  const close = async () => {
    await client.end().catch(() => {});
    await disconnectDatabase();
    await database.release().finally(() => removeData(dataDir));
  };
  try {
    await migrate(database.url);
    const keys = await furnish(database.url);
    await client.connect();
    for (const sql of createTables) await client.query(sql);
    for (const table of measuredTables)
      await client.query(`ALTER TABLE ${table} SET (autovacuum_enabled = off)`);
    const pid = await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8");
    return {
      url: database.url,
      client,
      ...keys,
      postmaster: Number(pid.split("\n", 1)[0]),
      signal,
      fill: (rows) => fillTables(client, keys.projectId, rows),
      settle: () => settle(client),
      makeAnswers: (run, count) =>
        makeAnswers(client, keys.projectId, join(dataDir, `${run}.tokens`), run, count),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function furnish(url: string) {
  connectDatabase(url);
  await createOwnerCommand({ email: "bench@example.com", password: crypto.randomUUID() });
  const made = await createProjectCommand("Benchmark");
  const {
    project_id: projectId = "",
    secret_key: secretKey = "",
    publishable_key: publishableKey = "",
  } = made;
  // A hundred clients stand for many thousands: they are counted as any others, but not stopped.
  const much = 1_000_000_000;
  await db().project.update({
    where: { projectId },
    data: { writesPerMinute: much, addressKilobytes: 2_000_000, dayEvents: much, dayMegabytes: 2_000_000 },
  });
  return { projectId, secretKey, publishableKey };
}

/** The checkpoint puts off nobody's writes to the one who comes next. */
async function settle(client: Client): Promise<void> {
  await client.query("TRUNCATE metric_marks, search_marks");
  await client.query("CHECKPOINT");
}

async function makeAnswers(
  client: Client,
  projectId: string,
  file: string,
  run: string,
  count: number,
): Promise<string> {
  const project = await db().project.findUniqueOrThrow({ where: { projectId } });
  const hash = userHash(project.userHashKey, "the user of these answers");
  await answersOf(client, projectId, run, count, hash);
  const now = new Date();
  const lines: string[] = [];
  for (let number = 0; number < count; number++)
    lines.push(feedbackToken(project, eventId(run, number), now, `user:${hash}`));
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}

/** Removes the data, and the cluster where it lies elsewhere: a root's PostgreSQL runs as another user. */
async function removeData(dataDir: string): Promise<void> {
  const [home, cluster] = await Promise.all([realpath(dataDir), realpath(join(dataDir, "postgres"))]);
  if (dirname(cluster) !== home) await rm(dirname(cluster), { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
