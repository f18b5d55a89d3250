import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, takeBack, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import {
  countCombinations,
  countMetrics,
  dueCombinations,
  readCategoryThumbs,
  readPeople,
  readRaters,
  readThumbs,
  readUserDays,
} from "../index.ts";

testDatabase();

const NOW = new Date("2026-11-30T12:00:00Z");
const span = { from: new Date("2026-10-19T00:00:00Z"), to: NOW };
const HOUR = Date.parse("2026-11-29T10:00:00Z") / 3_600_000;

let projectId: string;
beforeEach(async () => {
  ({ projectId } = await testProject());
  await db().category.createMany({
    data: ["wrong", "long"].map((name) => ({ projectId, name, listed: true, decidedAt: NOW })),
    skipDuplicates: true,
  });
});

async function count(): Promise<void> {
  await countMetrics(projectId);
  await countCombinations(projectId, NOW);
}

const thumbs = async () =>
  (await readThumbs(projectId, span)).map(({ values, hours }) => ({
    of: Object.entries(values)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => `${name}=${value}`)
      .join(" "),
    hours,
  }));

it("counts thumbs by combination and hour, of users alone, by when the answer was given", async () => {
  const german = { language: "de", promptVersion: "v7" };
  const one = await writeAnswer(projectId, "2026-11-29T10:59:59Z", german);
  const two = await writeAnswer(projectId, "2026-11-29T10:00:00Z", german);
  const other = await writeAnswer(projectId, "2026-11-29T11:00:00Z", german);
  const english = await writeAnswer(projectId, "2026-11-29T10:30:00Z", { language: "en" });
  await rateAnswer(projectId, { interactionId: one, ratingValue: 0 });
  await rateAnswer(projectId, { interactionId: two, ratingValue: 1 });
  await rateAnswer(projectId, { interactionId: two, ratingValue: 0, rater: "user:b" });
  await rateAnswer(projectId, { interactionId: other, ratingValue: 0, source: "reviewer" });
  await rateAnswer(projectId, { interactionId: other, ratingType: "stars", ratingValue: 1 });
  await rateAnswer(projectId, { interactionId: english, ratingValue: 1 });
  expect(await dueCombinations()).not.toContain(projectId);
  await countMetrics(projectId);
  expect(await dueCombinations()).toContain(projectId);
  await countCombinations(projectId, NOW);
  expect(await dueCombinations()).not.toContain(projectId);
  expect(await thumbs()).toEqual(
    expect.arrayContaining([
      {
        of: "feature=summary model=small promptVersion=v7 language=de",
        hours: [{ hour: HOUR, thumbs: 3, down: 2 }],
      },
      { of: "feature=summary model=small language=en", hours: [{ hour: HOUR, thumbs: 1, down: 0 }] },
    ]),
  );
});

describe("counts an hour again", () => {
  const at = "2026-11-20T10:10:00Z";

  it("after a late rating, another one in its place, and one that was taken back", async () => {
    const interactionId = await writeAnswer(projectId, at);
    await count();
    expect(await thumbs()).toEqual([]);
    const feedbackId = await rateAnswer(projectId, { interactionId, ratingValue: 0 });
    await count();
    expect(await thumbs()).toMatchObject([{ hours: [{ thumbs: 1, down: 1 }] }]);
    await rateAnswer(projectId, { interactionId, ratingValue: 1 });
    await count();
    expect(await thumbs()).toMatchObject([{ hours: [{ thumbs: 1, down: 0 }] }]);
    await takeBack(projectId, feedbackId);
    await count();
    expect(await thumbs()).toEqual([]);
  });

  it("without a burst that is left out", async () => {
    const interactionId = await writeAnswer(projectId, at);
    const burstId = newId();
    await db().burst.create({
      data: {
        ...{ projectId, burstId, kind: "address", beganAt: NOW, endedAt: NOW, votes: 9, expected: 1 },
        ...{ chance: 0, groups: 1, foundAt: NOW, leftOut: true },
      },
    });
    await rateAnswer(projectId, { interactionId, ratingValue: 0, burstId });
    await rateAnswer(projectId, { interactionId, ratingValue: 1, rater: "user:b" });
    await count();
    expect(await thumbs()).toMatchObject([{ hours: [{ thumbs: 1, down: 0 }] }]);
  });

  it("and forgets what is too old", async () => {
    const interactionId = await writeAnswer(projectId, at);
    await rateAnswer(projectId, { interactionId, ratingValue: 0 });
    await count();
    await countCombinations(projectId, new Date("2027-01-30T00:00:00Z"));
    expect(await db().combinationHour.count({ where: { projectId } })).toBe(0);
    expect(await db().combination.count({ where: { projectId } })).toBe(0);
  });
});

it("counts listed categories of thumbs down", async () => {
  for (const [ratingValue, ratingCategories] of [
    [0, ["wrong", "wrong", "unlisted"]],
    [0, ["wrong", "long"]],
    [1, ["wrong"]],
  ] as const) {
    const interactionId = await writeAnswer(projectId, "2026-11-29T10:00:00Z");
    await rateAnswer(projectId, { interactionId, ratingValue, ratingCategories: [...ratingCategories] });
  }
  await count();
  const read = (least: number) => readCategoryThumbs(projectId, span, { since: span.from, least });
  const found = (await read(1)).map(({ category, hours }) => [category, [...hours.values()].flat()]);
  expect(Object.fromEntries(found)).toEqual({
    wrong: [{ hour: HOUR, thumbs: 0, down: 2 }],
    long: [{ hour: HOUR, thumbs: 0, down: 1 }],
  });
  expect((await read(2)).map(({ category }) => category)).toEqual(["wrong"]);
});

describe("people", () => {
  it("are counted once, however often they rate or meet an answer", async () => {
    const at = "2026-11-29T10:00:00Z";
    for (const [userHash, language, ratingValue] of [
      ["a", "de", 0],
      ["a", "en", 0],
      ["a", "en", 1],
      ["b", "en", null],
      ["c", "en", 1],
    ] as const) {
      const interactionId = await writeAnswer(projectId, at, { userHash, language });
      if (ratingValue !== null)
        await rateAnswer(projectId, { interactionId, ratingValue, rater: `user:${userHash}` });
    }
    await count();
    const ids = (await readThumbs(projectId, span)).map(({ combinationId }) => combinationId);
    expect([...(await readRaters(projectId, span)).values()].sort()).toEqual([1, 2]);
    expect(await readPeople(projectId, span, ids)).toEqual({ raters: 2, met: 3 });
    expect(await readPeople(projectId, span, [])).toEqual({ raters: 0, met: 0 });
    const days = await readUserDays(projectId, span);
    expect(days.sort((one, other) => one.thumbs - other.thumbs)).toEqual([
      { thumbs: 1, down: 0, count: 1 },
      { thumbs: 3, down: 2, count: 1 },
    ]);
  });

  it("are known within a tenth or two where they are very many, over several hours", async () => {
    const users = Array.from({ length: 2_000 }, (_, index) => `user ${index}`);
    await db().interaction.createMany({
      data: users.flatMap((userHash, index) =>
        [0, 1].map((hour) => ({
          ...{ projectId, interactionId: `${userHash} ${hour}`, userHash, featureName: "f", modelName: "m" },
          ...{ responseText: "r", createdAt: new Date((HOUR + hour) * 3_600_000 + index) },
        })),
      ),
    });
    await db().metricMark.createMany({
      data: [0, 1].map((hour) => ({ projectId, minute: new Date((HOUR + hour) * 3_600_000) })),
    });
    await count();
    const rows = await db().combinationHour.findMany({ where: { projectId } });
    for (const { users: listed } of rows) expect(listed.length).toBeLessThanOrEqual(128);
    const { met } = await readPeople(projectId, span, [rows[0]?.combinationId ?? ""]);
    expect(met).toBeGreaterThan(1_600);
    expect(met).toBeLessThan(2_400);
  });
});
