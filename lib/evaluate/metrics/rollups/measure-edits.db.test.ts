import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { compareAgain, measureEdits } from "./measure-edits-store.ts";

testDatabase();

const words = (word: (index: number) => string) =>
  Array.from({ length: 50_000 }, (_, index) => word(index)).join(" ");
const responseText = words((index) => `${index % 100}`);
const reversed = words((index) => `${(50_000 - index) % 100}`);

const readEdits = (projectId: string) =>
  db().feedback.findMany({
    where: { projectId },
    select: { rater: true, editDistance: true, editTooLarge: true },
    orderBy: { rater: "asc" },
  });

it("remembers what is too large to compare until it changes, and compares the rest", async () => {
  const { projectId } = await testProject();
  const interactionId = await writeAnswer(projectId, "2026-11-20T09:00:00Z", { responseText });
  const correct = (rater: string, correctionText: string) =>
    rateAnswer(projectId, { interactionId, rater, ratingType: "correction", correctionText });
  await correct("user:a", responseText.replace("50", "fifty"));
  await correct("user:b", reversed);
  await correct("user:c", reversed);
  await measureEdits(projectId);
  const settled = [
    { rater: "user:a", editDistance: 1, editTooLarge: false },
    { rater: "user:b", editDistance: null, editTooLarge: true },
    { rater: "user:c", editDistance: null, editTooLarge: true },
  ];
  expect(await readEdits(projectId)).toEqual(settled);

  await db().metricMark.deleteMany();
  await measureEdits(projectId);
  const seen: number[] = [];
  await compareAgain(projectId, (corrections) => seen.push(corrections));
  expect(seen.reduce((sum, corrections) => sum + corrections, 0)).toBe(3);
  expect(await readEdits(projectId)).toEqual(settled);
  expect(await db().metricMark.count()).toBe(0);

  await correct("user:c", responseText);
  await measureEdits(projectId);
  expect((await readEdits(projectId))[2]).toEqual({ rater: "user:c", editDistance: 0, editTooLarge: false });
});

it("leaves to the next call what it has no time for", async () => {
  const { projectId } = await testProject();
  const interactionId = await writeAnswer(projectId, "2026-11-20T09:00:00Z", { responseText: "One two" });
  await rateAnswer(projectId, { interactionId, ratingType: "correction", correctionText: "One" });
  await measureEdits(projectId, -1);
  expect(await readEdits(projectId)).toMatchObject([{ editDistance: null, editTooLarge: false }]);
  await measureEdits(projectId);
  expect(await readEdits(projectId)).toMatchObject([{ editDistance: 1 }]);
});
