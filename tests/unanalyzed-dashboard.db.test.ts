import { beforeAll, expect, it } from "vitest";
import { listCandidates } from "#bench/dashboard/candidates.ts";
import { answersOf, writeAnswers, writeRatings, writeSignals } from "#bench/dashboard/history.ts";
import { countItems, listItems } from "#lib/act/inbox/index.ts";
import { inboxLists } from "#lib/domain/inbox.ts";
import { rebuildMetrics } from "#lib/evaluate/metrics/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { lookAt } from "#lib/use-cases/inbox/look-at.ts";
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

/** Most rows that a page of the inbox may read, of tens of thousands of complaints. */
const INBOX_MOST = 3_000;

/** What one query reads more than it may. */
async function readTooMuch(most: number, run: () => Promise<unknown>): Promise<[string, number][]> {
  const before = await readsSoFar();
  await run();
  return (await readsSince(before)).filter(([, reads]) => reads > most);
}

it("a page of the inbox reads as little when nobody looked at anything, and when somebody looked at all", async () => {
  const pages = inboxLists.map((list) => () => listItems(projectId, { list, limit: 50 }));
  const { items, next } = await listItems(projectId, { list: "open", limit: 50 });
  expect(items).toHaveLength(50);
  const later = () => listItems(projectId, { list: "open", limit: 50, after: next ?? undefined });
  const look = () =>
    lookAt(projectId, { kind: "answer", ref: items[0]?.ref ?? "" }, { name: "Ada", id: "ada" });
  const count = () => countItems(projectId, "unread", 100);
  for (const run of [...pages, later, count, look]) expect(await readTooMuch(INBOX_MOST, run)).toEqual([]);

  const where = { projectId, ratingValue: 0, ratingType: "binary" as const };
  expect(await db().feedback.count({ where })).toBeGreaterThan(10_000);
  await db().$executeRaw`UPDATE feedback SET looked_at = updated_at`;
  await db().$executeRaw`
    INSERT INTO inbox_item (project_id, kind, ref, interaction_id, state, at, changed_at)
    SELECT project_id, 'answer', interaction_id, interaction_id, 'resolved', max(updated_at), now() FROM feedback
    WHERE rating_type = 'binary' AND rating_value = 0 GROUP BY project_id, interaction_id ON CONFLICT DO NOTHING`;
  // Entries of rows that are gone are read until they are cleaned up, as autovacuum would.
  await db().$executeRawUnsafe("VACUUM feedback");
  for (const run of [...pages, later, count, look]) expect(await readTooMuch(INBOX_MOST, run)).toEqual([]);
});
