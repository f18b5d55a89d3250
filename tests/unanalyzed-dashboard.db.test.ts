import { beforeAll, expect, it } from "vitest";
import { listCandidates } from "#bench/dashboard/candidates.ts";
import { answersOf, writeAnswers, writeRatings, writeSignals } from "#bench/dashboard/history.ts";
import { rebuildMetrics } from "#lib/evaluate/metrics/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "./database/database.ts";
import { neverAnalyze, readsSince, readsSoFar } from "./database/reads.ts";
import { testProject } from "./fixtures/project.ts";

testDatabase();

const RATINGS = 100_000;
const END = new Date("2026-11-01T00:00:00Z");

/** Most rows of one table, or entries of one index, that a query of the dashboard may read. */
const MOST = 25_000;

let projectId = "";

beforeAll(async () => {
  await neverAnalyze();
  ({ projectId } = await testProject());
  const answers = answersOf(RATINGS);
  const write = (sql: string, ...values: unknown[]) => db().$executeRawUnsafe(sql, projectId, ...values);
  await write(writeAnswers, 1, answers, answers, END.toISOString());
  await write(writeRatings, 1, RATINGS);
  await write(writeSignals, 1, answers);
  await rebuildMetrics(projectId);
}, 300_000);

it("every query of the dashboard over 100,000 ratings reads no more than its bound, without statistics", async () => {
  const filter = { projectId, tz: "UTC", from: "2026-10-02", to: "2026-10-31" };
  const quarter = { ...filter, from: "2026-08-03" };
  const tooMuch: string[] = [];
  for (const { label, run } of listCandidates(filter, quarter, END)) {
    const before = await readsSoFar();
    await run();
    for (const [name, reads] of await readsSince(before))
      if (reads > MOST) tooMuch.push(`${label}: ${reads} of ${name}`);
  }
  expect(tooMuch).toEqual([]);
});
