import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { GET as readStats } from "#app/api/feedback/stats/[feature]/route.ts";
import { overview } from "#lib/evaluate/metrics/index.ts";
import { knownInteractions } from "#lib/observe/interactions/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { importHistory } from "#lib/use-cases/import-history/index.ts";
import { testDatabase } from "./database/database.ts";
import { type TestProject, testProject } from "./fixtures/project.ts";

testDatabase();

const file = resolve(import.meta.dirname, "../../shared/data/oasst-en-100-trees.jsonl");

async function importOnce(project: TestProject): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "oasst-"));
  await importHistory({ file, from: "oasst", project, dataDir, findKnown: knownInteractions });
  rmSync(dataDir, { recursive: true });
}

/** Up, down and the positive rate in percent, as each of the three tells them. */
async function told(project: TestProject) {
  const { projectId } = project;
  const [sql] = await db().$queryRaw<{ up: number; down: number; interactions: number }[]>`
    SELECT count(*) FILTER (WHERE rating_value = 1)::int AS up, count(*) FILTER (WHERE rating_value = 0)::int AS down,
      (SELECT count(*)::int FROM interactions WHERE project_id = ${projectId}::uuid) AS interactions
    FROM feedback WHERE project_id = ${projectId}::uuid AND rating_type = 'binary'`;
  const headers = { authorization: `Bearer ${project.secretKey}` };
  const request = new Request("http://localhost/api/feedback/stats/oasst?days=2", { headers });
  const answer = await readStats(request, { params: Promise.resolve({ feature: "oasst" }) });
  const { stats } = (await answer.json()) as { stats: { thumbs_up: number; thumbs_down: number }[] };
  const now = Date.now();
  const day = (offset: number) => new Date(now + offset * 86_400_000).toISOString().slice(0, 10);
  const { current } = await overview({ projectId, from: day(-1), to: day(1), tz: "UTC" });
  const sum = (pick: (row: (typeof stats)[number]) => number) =>
    stats.reduce((total, row) => total + pick(row), 0);
  return {
    interactions: [sql?.interactions, current.interactions],
    up: [sql?.up, sum((row) => row.thumbs_up), current.thumbsUp],
    down: [sql?.down, sum((row) => row.thumbs_down), current.thumbsDown],
    percent: ((current.positive.value ?? 0) * 100).toFixed(2),
  };
}

describe.skipIf(!existsSync(file))(
  "the conversation trees of shared/data (skipped where the file is not there)",
  () => {
    it("are told the same by SQL, the API and what the dashboard draws, also after a second import", async () => {
      const project = await testProject();
      const expected = {
        interactions: [687, 687],
        up: [854, 854, 854],
        down: [372, 372, 372],
        percent: "69.66",
      };
      await importOnce(project);
      expect(await told(project)).toEqual(expected);
      await importOnce(project);
      expect(await told(project)).toEqual(expected);
    });
  },
);
