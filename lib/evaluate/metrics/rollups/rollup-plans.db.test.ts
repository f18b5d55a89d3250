import { expect, it } from "vitest";
import { connectDatabase, db, disconnectDatabase } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { refreshRollups } from "./rollup-store.ts";

const database = testDatabase();

/** Answers of a project, each in an hour of its own, with gaps between them; and as many corrections. */
const ANSWERS = 800;

async function writeProject(): Promise<string> {
  const { projectId } = await testProject();
  const at = (index: number) => new Date(Date.UTC(2026, 0, 1, 2 * index));
  const rows = Array.from({ length: ANSWERS }, (_, index) => ({
    ...{ projectId, interactionId: `${projectId}-${index}`, featureName: "summary", modelName: "small" },
    ...{ responseText: "One two three", createdAt: at(index) },
  }));
  await db().interaction.createMany({ data: rows });
  await db().feedback.createMany({
    data: rows.map(({ interactionId, createdAt }) => ({
      ...{
        projectId,
        interactionId,
        feedbackId: interactionId,
        rater: "token",
        ratingType: "correction" as const,
      },
      ...{ correctionText: "One two", createdAt, updatedAt: createdAt },
    })),
  });
  await db().metricMark.createMany({ data: rows.map(({ createdAt }) => ({ projectId, minute: createdAt })) });
  return projectId;
}

/** Rows of the raw tables that were read so far. A connection tells what it read at its end at the latest. */
async function rowsRead(least: number): Promise<number> {
  await disconnectDatabase();
  connectDatabase(database.url);
  const read = async () => {
    const [sum] = await db().$queryRaw<{ rows: number }[]>`
      SELECT sum(COALESCE(idx_tup_fetch, 0) + COALESCE(seq_tup_read, 0))::float8 AS rows FROM pg_stat_user_tables
      WHERE relname IN ('interactions', 'feedback', 'signals')`;
    return sum?.rows ?? 0;
  };
  await expect.poll(read, { timeout: 10_000 }).toBeGreaterThanOrEqual(least);
  return read();
}

it("counting reads a row a few times, also of a project that the planner knows nothing of", async () => {
  await writeProject();
  await db().$executeRaw`ANALYZE interactions, feedback, signals, metric_slices, metric_marks`;
  const projectId = await writeProject();
  const before = await rowsRead(0);
  await refreshRollups(projectId);
  // Comparing and counting read each answer and each correction once at the least.
  const read = (await rowsRead(before + 4 * ANSWERS)) - before;
  expect(read).toBeLessThan(30 * ANSWERS);
  expect(await db().metricSlice.count({ where: { projectId, width: "hour", cube: "core" } })).toBe(ANSWERS);
}, 60_000);
