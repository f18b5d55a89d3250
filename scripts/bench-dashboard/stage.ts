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
import { createOwnerCommand, createProjectCommand } from "../admin-commands.ts";
import { fillHistory } from "./fill.ts";
import { answersOf } from "./history.ts";

/** Who opens the pages. The database is on loopback and gone, or kept by whoever asked for it. */
export const OWNER = { email: "bench@example.com", password: "a quiet afternoon in the library" };

/** A filled and counted database. */
export interface Stage {
  dataDir: string;
  client: Client;
  projectId: string;
  slug: string;
  /** The last local date (UTC) of the history. */
  lastDay: string;
  /** How long the rollups of all answers took to count, in milliseconds. */
  rebuildMs: number;
  answers: number;
  /** Gives the database back, for the app to take; `close` ends everything. */
  release(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the history of so many ratings: a kept one, or a new one, counted. */
export async function openStage(
  rows: number,
  keep: string | null,
  say: (text: string) => void,
): Promise<Stage> {
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

type History = Pick<Stage, "projectId" | "slug" | "lastDay" | "rebuildMs">;

/** Makes the project and its history, or finds what an earlier run made and kept. */
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
