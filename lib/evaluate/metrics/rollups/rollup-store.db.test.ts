import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, signalAnswer, takeBack, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { plainSlices, storedSlices } from "#tests/recounting/plain-slices.ts";
import { rebuildMetrics } from "../index.ts";
import { forgetMinutes, refreshRollups } from "./rollup-store.ts";
import type { SliceWidth } from "./slice-columns.ts";

testDatabase("bytes");

/** Holds every slice of an hour and a day, and of a minute where an hour is kept by the minute, against the raw rows. */
async function expectBothWaysEqual(projectId: string, widths: readonly SliceWidth[] = ["hour", "day"]) {
  for (const width of widths) {
    expect(await storedSlices(projectId, width)).toEqual(await plainSlices(projectId, width));
  }
}

/** One random write: an answer, a new or replaced rating, or a rating taken back. */
function randomWriter(projectId: string, seed: number): () => Promise<void> {
  const random = randomFrom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const answers: string[] = [];
  const ratings: string[] = [];
  const addAnswer = async () => {
    const at = new Date(Date.UTC(2026, 10, 1) + Math.floor(random() * 12 * 3_600_000));
    const given = {
      featureName: pick(["summary", "reply"]),
      modelName: pick(["small", "large"]),
      promptTemplate: pick(["short", null]),
      promptVersion: pick(["v1", "v2", null]),
      variant: pick(["a", null]),
      tenant: pick(["acme", "globex", null]),
      language: pick(["en", "de", null]),
      segment: pick(["new", null]),
      responseText: "One two three four",
      responseLatencyMs: pick([null, Math.floor(random() * 9_000)]),
      costUsd: pick([null, random() / 100]),
      tokenCount: pick([null, Math.floor(random() * 2_000)]),
      inputTokens: pick([null, 7]),
      outputTokens: pick([null, 5]),
    };
    answers.push(await writeAnswer(projectId, at.toISOString(), given));
  };
  const addSignal = async () => {
    const signal = pick(["copy", "dwell", "regenerate"] as const);
    await signalAnswer(projectId, { interactionId: pick(answers), signal });
  };
  const addRating = async () => {
    const ratingType = pick(["binary", "binary", "stars", "correction", "comment"] as const);
    const values = { binary: pick([0, 1]), stars: pick([1, 2, 3, 4, 5]), correction: null, comment: null };
    const id = await rateAnswer(projectId, {
      interactionId: pick(answers),
      source: pick(["user", "user", "user", "reviewer"]),
      rater: pick(["user:a", "user:b", "token"]),
      ratingType,
      ratingValue: values[ratingType],
      ratingCategories: pick([[], [], ["inaccurate"], ["too_long", "inaccurate"], ["too_long", "too_long"]]),
      correctionText:
        ratingType === "correction" ? pick(["One two four", "Five", "One two three four"]) : null,
      feedbackComment: pick([null, "Hm"]),
    });
    if (!ratings.includes(id)) ratings.push(id);
  };
  const addScore = async () => {
    const score = pick([
      { scoreName: "solved", scoreType: "boolean", scoreValue: pick([0, 1]) },
      { scoreName: "similarity", scoreType: "number", scoreValue: Math.floor(random() * 100) / 8 },
      { scoreName: 'a "grade"', scoreType: "category", scoreLabel: pick(["poor", "good"]) },
    ] as const);
    const id = await rateAnswer(projectId, {
      ...{ interactionId: pick(answers), ratingType: "score", source: pick(["user", "reviewer"]) },
      ...{ rater: pick(["user:a", "user:b"]), scoredSession: pick(["", "", "s"]), ...score },
    });
    if (!ratings.includes(id)) ratings.push(id);
  };
  return async () => {
    const dice = random();
    if (answers.length === 0 || dice < 0.4) return addAnswer();
    if (dice > 0.7 && dice < 0.8) return addScore();
    if (dice < 0.5) return addSignal();
    if (ratings.length === 0 || dice < 0.85) return addRating();
    await takeBack(projectId, ratings.splice(Math.floor(random() * ratings.length), 1)[0] as string);
  };
}

describe("rollups", () => {
  it("equal a plain count of the raw rows after many writes, replacements and deletions", async () => {
    const { projectId } = await testProject();
    const write = randomWriter(projectId, 1);
    for (let step = 1; step <= 400; step++) {
      await write();
      if (step % 80 === 0) {
        await refreshRollups(projectId);
        await expectBothWaysEqual(projectId);
      }
    }
    expect(await db().metricMark.count({ where: { projectId } })).toBe(0);
  });

  it("equal it too where hours are kept by the minute, also once those minutes were forgotten", async () => {
    const { projectId } = await testProject();
    const write = randomWriter(projectId, 7);
    const busyHour = 5;
    for (let step = 1; step <= 300; step++) {
      await write();
      if (step % 50 === 0) {
        await refreshRollups(projectId, busyHour);
        await expectBothWaysEqual(projectId);
      }
      if (step === 200) await forgetMinutes(new Date("2026-11-01T06:00:00Z"));
    }
    const minutes = await storedSlices(projectId, "minute");
    const plain = await plainSlices(projectId, "minute");
    expect(Object.keys(minutes).length).toBeGreaterThan(100);
    for (const [key, slice] of Object.entries(minutes)) expect(slice).toEqual(plain[key]);
  });

  it("equal it too with several writers and refreshers at once, who never see less than was there before", async () => {
    const { projectId } = await testProject();
    let writing = 4;
    const write = async (seed: number) => {
      const one = randomWriter(projectId, seed);
      for (let step = 0; step < 100; step++) await one();
      writing--;
    };
    const refresh = async () => {
      while (writing > 0) {
        const before = await db().interaction.count({ where: { projectId } });
        await refreshRollups(projectId);
        const { _sum } = await db().metricSlice.aggregate({
          where: { projectId, width: "day", cube: "core" },
          _sum: { interactions: true },
        });
        expect(_sum.interactions ?? 0).toBeGreaterThanOrEqual(before);
      }
    };
    await Promise.all([...[2, 3, 4, 5].map(write), refresh(), refresh(), refresh()]);
    await refreshRollups(projectId);
    await expectBothWaysEqual(projectId);
  });

  it("let clients that write into the same hour and refresh at once wait for each other, and fail none", async () => {
    const { projectId } = await testProject();
    const client = async () => {
      for (let round = 0; round < 10; round++) {
        await writeAnswer(projectId, "2026-11-01T00:30:00Z");
        await refreshRollups(projectId);
      }
    };
    await Promise.all(Array.from({ length: 8 }, client));
    const [hour, ...others] = await db().metricSlice.findMany({
      where: { projectId, width: "hour", cube: "core" },
    });
    expect(others).toEqual([]);
    expect(hour?.interactions).toBe(80);
  });

  it("count again more hours than one transaction takes, and only those of their own project", async () => {
    const { projectId } = await testProject();
    const { projectId: other } = await testProject();
    const hours = 1_203;
    const rows = Array.from({ length: hours }, (_, index) => ({
      projectId,
      interactionId: String(index),
      featureName: "summary",
      modelName: "small",
      responseText: "…",
      createdAt: new Date(Date.UTC(2026, 0, 1, index)),
    }));
    await db().interaction.createMany({ data: rows });
    await writeAnswer(other, "2026-01-01T00:00:00Z");
    await rebuildMetrics(projectId);
    expect(await db().metricSlice.count({ where: { projectId, width: "hour", cube: "core" } })).toBe(hours);
    expect(await db().metricMark.count({ where: { projectId } })).toBe(0);
    expect(await db().metricMark.count({ where: { projectId: other } })).toBe(1);
    expect(await db().metricSlice.count({ where: { projectId: other } })).toBe(0);
  });

  it("are mended by a rebuild when somebody changed them by hand", async () => {
    const { projectId } = await testProject();
    await writeAnswer(projectId, "2026-11-01T00:00:00Z");
    await refreshRollups(projectId);
    await db().metricSlice.updateMany({ where: { projectId }, data: { interactions: 99 } });
    await rebuildMetrics(projectId);
    await expectBothWaysEqual(projectId);
  });
});
