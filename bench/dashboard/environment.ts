import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Client } from "pg";
import { addDays } from "#lib/domain/calendar.ts";
import { rebuildMetrics } from "#lib/evaluate/metrics/index.ts";
import { decideCategory } from "#lib/observe/categories/index.ts";
import { connectDatabase, db, disconnectDatabase } from "#lib/platform/db/client.ts";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { SessionClient } from "#lib/platform/db/session.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { createOwnerCommand, createProjectCommand } from "#scripts/admin-commands.ts";
import { answersOf, writeAnswers, writeRatings, writeSignals } from "./history.ts";

/** Rows per statement. */
const AT_ONCE = 250_000;

/** Indexes that are created after the data, which is faster than maintaining them. */
interface Index {
  name: string;
  definition: string;
}

const tables = ["interactions", "feedback", "signals"];

/** Generates a history with a number of ratings that ends at `end`, without counting it. */
async function fillHistory(
  client: Client,
  { projectId, rows, end }: { projectId: string; rows: number; end: Date },
  say: (text: string) => void,
): Promise<void> {
  await client.query("SELECT setseed(0.5)");
  await client.query("SET synchronous_commit = off; SET maintenance_work_mem = '512MB'");
  // Rows are generated from each other, so their foreign keys need no check.
  await client.query("SET session_replication_role = replica");
  const indexes = await dropIndexes(client);
  const answers = answersOf(rows);
  for (const [from, to] of stretches(answers)) {
    await client.query(writeAnswers, [projectId, from, to, answers, end.toISOString()]);
    say(`answers: ${to.toLocaleString("en")} of ${answers.toLocaleString("en")}`);
  }
  await client.query("ANALYZE interactions");
  for (const [from, to] of stretches(rows)) {
    await client.query(writeRatings, [projectId, from, to]);
    say(`ratings: ${to.toLocaleString("en")} of ${rows.toLocaleString("en")}`);
  }
  for (const [from, to] of stretches(answers)) await client.query(writeSignals, [projectId, from, to]);
  for (const { name, definition } of indexes) {
    say(`index ${name}`);
    await client.query(definition);
  }
  await client.query("RESET session_replication_role; RESET synchronous_commit; RESET maintenance_work_mem");
  await client.query("VACUUM ANALYZE");
  await client.query("CHECKPOINT");
}

function* stretches(count: number): Generator<[from: number, to: number]> {
  for (let from = 1; from <= count; from += AT_ONCE) yield [from, Math.min(count, from + AT_ONCE - 1)];
}

/** Drops the indexes that no key needs, and returns how to create them again. */
async function dropIndexes(client: Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = current_schema() AND tablename = ANY($1) AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  return rows;
}

/**
 * The user who opens the pages. The database only listens on loopback and is deleted afterwards, unless kept
 * on request.
 */
export const OWNER = { email: "bench@example.com", password: "a quiet afternoon in the library" };

/** A filled and counted database. */
export interface BenchEnvironment {
  dataDir: string;
  client: Client;
  projectId: string;
  slug: string;
  /** The last local date (UTC) of the history. */
  lastDay: string;
  /** How long it took to count all answers, in milliseconds. */
  rebuildMs: number;
  answers: number;
  /** Releases the database, so that the app can use it; `close` ends everything. */
  release(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a history with a number of ratings: a kept one, or a new one, counted. */
export async function openEnvironment(
  rows: number,
  keep: string | null,
  say: (text: string) => void,
): Promise<BenchEnvironment> {
  const dataDir = keep
    ? resolve(keep, `ratings-${rows}`)
    : await mkdtemp(join(tmpdir(), "whetstone-dashboard-"));
  const database = await acquireDatabase({ dataDir, onMessage: say, settings: { max_wal_size: "8GB" } });
  const client = new SessionClient({ connectionString: database.url });
  let open = true;
  const release = async () => {
    if (!open) return;
    open = false;
    await client.end();
    await disconnectDatabase();
    await database.release();
  };
  const close = async () => {
    await release();
    if (!keep) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(database.url);
    connectDatabase(database.url);
    await client.connect();
    return {
      dataDir,
      client,
      answers: answersOf(rows),
      release,
      close,
      ...(await furnish(client, { dataDir, rows }, say)),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type History = Pick<BenchEnvironment, "projectId" | "slug" | "lastDay" | "rebuildMs">;

/** Creates the project and its history, or finds those that an earlier run kept. */
async function furnish(
  client: Client,
  { dataDir, rows }: { dataDir: string; rows: number },
  say: (text: string) => void,
): Promise<History> {
  const kept = join(dataDir, "history.json");
  const known = await readFile(kept, "utf8").catch(() => null);
  if (known) return JSON.parse(known) as History;
  await createOwnerCommand(OWNER);
  const { project_id: projectId = "" } = await createProjectCommand("Benchmark");
  await decideCategory(projectId, "formatting", true);
  const { slug } = await db().project.findUniqueOrThrow({ where: { projectId } });
  const today = new Date().toISOString().slice(0, 10);
  await fillHistory(client, { projectId, rows, end: new Date(today) }, say);
  const rebuildMs = await rebuild(projectId, say);
  say(`counted in ${Math.round(rebuildMs / 1_000)} s`);
  await client.query("VACUUM ANALYZE metric_slices, metric_marks");
  const history: History = { projectId, slug, lastDay: addDays(today, -1), rebuildMs };
  await writeFile(kept, JSON.stringify(history));
  return history;
}

async function rebuild(projectId: string, say: (text: string) => void): Promise<number> {
  const started = performance.now();
  let told = started;
  await rebuildMetrics(projectId, (progress) => {
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    say(`counted: ${JSON.stringify(progress)}`);
  });
  return performance.now() - started;
}
