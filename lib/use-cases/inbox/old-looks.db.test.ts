import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { readInboxItem } from "./list-inbox.ts";

testDatabase();

/** What the migration does to looks of before, statement by statement. */
const statements = readFileSync("prisma/migrations/20261201080000_inbox/migration.sql", "utf8")
  .split("-- What was opened so far was looked at")[1]
  ?.replaceAll(/--.*|^.*as far as it had been said.*$/gm, "")
  .split(";")
  .map((statement) => statement.trim())
  .filter(Boolean);

it("looks of before stay valid for what had been said by then, and for nothing that was said later", async () => {
  const { projectId } = await testProject();
  const lookedAt = new Date("2026-11-02T12:00:00Z");
  const rated = async (interactionId: string, at: string, given: object = {}) => {
    await writeAnswer(projectId, "2026-11-01T12:00:00Z", { interactionId });
    await rateAnswer(projectId, { interactionId, ratingValue: 0, ...given });
    await db().feedback.updateMany({
      where: { projectId, interactionId },
      data: { updatedAt: new Date(at) },
    });
    await db().interactionLook.create({ data: { projectId, interactionId, userId: "ada", lookedAt } });
  };
  await rated("before", "2026-11-02T11:00:00Z");
  await rated("after", "2026-11-02T13:00:00Z");
  await rated("praised", "2026-11-02T11:00:00Z", { ratingValue: 1 });
  expect(statements).toHaveLength(3);
  for (const statement of statements ?? []) await db().$executeRawUnsafe(statement);

  const stateOf = async (ref: string) => (await readInboxItem(projectId, { kind: "answer", ref })).state;
  expect([await stateOf("before"), await stateOf("after")]).toEqual(["read", "unread"]);
  const looked = await db().feedback.findMany({ where: { projectId, NOT: { lookedAt: null } } });
  expect(looked).toMatchObject([{ interactionId: "before", lookedAt }]);
  expect(await db().inboxItem.count({ where: { projectId } })).toBe(1);
});
