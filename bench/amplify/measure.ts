import { countMetrics } from "#lib/evaluate/metrics/index.ts";
import { collectMixed } from "#lib/observe/ingest/index.ts";
import { declareScore } from "#lib/observe/scores/index.ts";
import { indexProject } from "#lib/observe/search/index.ts";
import { feedbackToken } from "#lib/platform/auth/feedback-token.ts";
import { db } from "#lib/platform/db/client.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import type { AmplifyCase } from "./cases.ts";

/** What was sent, and what was stored for it. */
export interface Amplified {
  label: string;
  answers: AmplifyCase["answers"];
  events: number;
  /** Size of the bodies only. */
  sentBytes: number;
  /** Growth of all tables with their indexes and TOAST, including rollups and search documents. */
  storedBytes: number;
  storedRows: number;
  /** How many of them are in rollups. */
  rollupRows: number;
  /** The tables that grew most. */
  tables: { table: string; bytes: number }[];
}

/** How many answers each case is sent for. */
export const ANSWERS = 60;

const HOUR_MS = 3_600_000;

/**
 * Sends a case with a publishable key for answers that are already logged, counted and indexed, and measures
 * how much the database grows. Per-minute limits are off, since they only slow growth.
 */
export async function measureCase(project: ProjectContext, one: AmplifyCase): Promise<Amplified> {
  const { projectId } = project;
  const unlimited = {
    ...project,
    writesPerMinute: 1_000_000,
    quotas: { ...project.quotas, addressKilobytes: 2_000_000 },
    // A detected secret would be stored as a few characters.
    redaction: { ...project.redaction, enabled: false },
  };
  const ids = Array.from({ length: ANSWERS }, (_, n) => `${one.label} ${one.answers} ${n}`.slice(-100));
  const at = (n: number) =>
    new Date(Date.now() - (one.answers === "apart" ? 24 * n + 1 : 1) * HOUR_MS).toISOString();
  for (const name of one.scores ?? []) await declareScore(projectId, name, scoreOfNumbers);
  if (one.categories) await listCategories(projectId, one.categories);
  await collectMixed(
    senderOf(unlimited, "secret", null, 0),
    ids.map((interaction_id, n) => ({
      ...{
        type: "interaction",
        interaction_id,
        feature_name: "f",
        model_name: "m",
        response_text: "It says so.",
      },
      ...{ prompt_template: "t", prompt_version: one.answers === "apart" ? `v${n}` : "v", tenant: "acme" },
      ...{ language: "en", segment: "new", user_id: "ann", created_at: at(n) },
    })),
  );
  await settle(projectId);
  const before = await sizes();
  let [sentBytes, events] = [0, 0];
  for (const [n, id] of ids.entries()) {
    const own = one.events(id, n);
    const bodyBytes = Buffer.byteLength(JSON.stringify({ events: own }));
    sentBytes += bodyBytes;
    events += own.length;
    const sender = senderOf(unlimited, "publishable", feedbackToken(project, id, new Date()), bodyBytes);
    const idempotencyKey = one.isIdempotent ? `key-${n}` : null;
    const { status } = await collectMixed({ ...sender, idempotencyKey }, own);
    if (status !== 201) throw new Error(`“${one.label}” was not stored: ${status}`);
  }
  await settle(projectId);
  return {
    ...{ label: one.label, answers: one.answers, events, sentBytes },
    ...grown(before, await sizes()),
  };
}

const scoreOfNumbers = {
  ...{ type: "number" as const, min: 0, max: 1 },
  ...{ labels: [], direction: "none" as const },
};

/** Makes these the only categories that a project lists. */
async function listCategories(projectId: string, names: readonly string[]): Promise<void> {
  await db().category.deleteMany({ where: { projectId } });
  await db().category.createMany({
    data: names.map((name) => ({ projectId, name, listed: true, decidedAt: new Date() })),
  });
}

const senderOf = (
  project: ProjectContext,
  kind: "secret" | "publishable",
  token: string | null,
  bodyBytes: number,
): Sender => ({
  caller: {
    kind,
    keyId: "00000000-0000-7000-8000-000000000001",
    keyName: "Amplify",
    project,
    allowedOrigins: [],
  },
  address: "192.0.2.1",
  agent: null,
  feedbackToken: token,
  deviceId: "device",
  idempotencyKey: null,
  bodyBytes,
  path: "/api/events",
});

/** Counts and indexes everything sent, and frees deleted rows, as autovacuum does eventually. */
async function settle(projectId: string): Promise<void> {
  await countMetrics(projectId);
  await indexProject(projectId);
  // Deleted rows stay while any snapshot can see them, such as that of an automatic analyze, which can also
  // start during the vacuum.
  do {
    await untilNoSnapshots();
    await db().$executeRawUnsafe("VACUUM (FULL, ANALYZE)");
  } while (await hasDeadRows());
}

/** Whether the last analyze saw deleted rows that were not freed. */
async function hasDeadRows(): Promise<boolean> {
  const [left] = await db().$queryRaw<{ dead: number }[]>`
    SELECT COALESCE(sum(n_dead_tup), 0)::int AS dead FROM pg_stat_user_tables`;
  return (left?.dead ?? 0) > 0;
}

async function untilNoSnapshots(): Promise<void> {
  for (;;) {
    const others = await db().$queryRaw<unknown[]>`
      SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL`;
    if (others.length === 0) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}

interface Size {
  table: string;
  bytes: number;
  rows: number;
}

async function sizes(): Promise<Size[]> {
  const tables = await db().$queryRaw<{ table: string; bytes: number }[]>`
    SELECT relname::text AS table, pg_total_relation_size(oid)::float8 AS bytes FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`;
  const sized: Size[] = [];
  for (const { table, bytes } of tables) {
    const [counted] = await db().$queryRawUnsafe<{ rows: number }[]>(
      `SELECT count(*)::int AS rows FROM "${table}"`,
    );
    sized.push({ table, bytes, rows: counted?.rows ?? 0 });
  }
  return sized;
}

function grown(before: readonly Size[], after: readonly Size[]) {
  const known = new Map(before.map((size) => [size.table, size]));
  const growth = after.map(({ table, bytes, rows }) => ({
    table,
    bytes: bytes - (known.get(table)?.bytes ?? 0),
    rows: rows - (known.get(table)?.rows ?? 0),
  }));
  const sum = (of: (one: Size) => number) => growth.reduce((total, one) => total + of(one), 0);
  return {
    storedBytes: sum(({ bytes }) => bytes),
    storedRows: sum(({ rows }) => rows),
    rollupRows: sum(({ table, rows }) => (table.startsWith("metric_") ? rows : 0)),
    tables: growth
      .filter(({ bytes }) => bytes > 0)
      .sort((one, other) => other.bytes - one.bytes)
      .slice(0, 3)
      .map(({ table, bytes }) => ({ table, bytes })),
  };
}
