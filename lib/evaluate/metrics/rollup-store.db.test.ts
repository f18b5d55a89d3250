import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client";
import { testDatabase } from "#tests/database";
import { testProject } from "#tests/project";
import { rateAnswer, takeBack, writeAnswer } from "#tests/raw-rows";
import { rebuildMetrics } from "./index.ts";
import { bucketOf } from "./latency-histogram.ts";
import { refreshRollups } from "./rollup-store.ts";

testDatabase();

/** A repeatable row of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The rollup of counts, and the same counted from raw rows by the plainest statement that can be written. */
async function countsBothWays(projectId: string) {
  const rolled = await db().$queryRaw`
    SELECT extract(epoch FROM hour)::float8 AS hour, feature_name, model_name, prompt_template, prompt_version, interactions,
      rated, thumbs_up, thumbs_down, star_count, star_sum, corrections, comments, round(cost_usd::numeric, 6)::text AS cost,
      tokens::float8 AS tokens
    FROM metric_hours WHERE project_id = ${projectId}::uuid ORDER BY 1, 2, 3, 4, 5`;
  const plain = await db().$queryRaw`
    SELECT extract(epoch FROM date_trunc('hour', i.created_at, 'UTC'))::float8 AS hour, feature_name, model_name,
      COALESCE(prompt_template, '') AS prompt_template, COALESCE(prompt_version, '') AS prompt_version,
      count(*)::int AS interactions,
      count(*) FILTER (WHERE EXISTS (SELECT FROM feedback f WHERE f.interaction_id = i.interaction_id))::int AS rated,
      sum((SELECT count(*) FROM feedback f WHERE f.interaction_id = i.interaction_id AND rating_type = 'binary' AND rating_value = 1))::int AS thumbs_up,
      sum((SELECT count(*) FROM feedback f WHERE f.interaction_id = i.interaction_id AND rating_type = 'binary' AND rating_value = 0))::int AS thumbs_down,
      sum((SELECT count(*) FROM feedback f WHERE f.interaction_id = i.interaction_id AND rating_type = 'stars'))::int AS star_count,
      sum((SELECT COALESCE(sum(rating_value), 0) FROM feedback f WHERE f.interaction_id = i.interaction_id AND rating_type = 'stars'))::int AS star_sum,
      sum((SELECT count(*) FROM feedback f WHERE f.interaction_id = i.interaction_id AND rating_type = 'correction'))::int AS corrections,
      sum((SELECT count(*) FROM feedback f WHERE f.interaction_id = i.interaction_id AND feedback_comment IS NOT NULL))::int AS comments,
      round(COALESCE(sum(cost_usd), 0)::numeric, 6)::text AS cost, COALESCE(sum(token_count), 0)::float8 AS tokens
    FROM interactions i WHERE project_id = ${projectId}::uuid GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`;
  return { rolled, plain };
}

/** The rollup of buckets by kind, hour and feature, and the same counted here from raw rows. */
async function bucketsBothWays(projectId: string) {
  const rows = await db().metricHourBucket.findMany({ where: { projectId } });
  const answers = await db().interaction.findMany({ where: { projectId }, include: { feedback: true } });
  const hour = (at: Date) => `${at.toISOString().slice(0, 13)}:00:00.000Z`;
  const names = answers.flatMap(({ createdAt, featureName, modelName, promptVersion, ...rest }) => {
    const own = [hour(createdAt), featureName, modelName, promptVersion ?? ""];
    const latency =
      rest.responseLatencyMs === null ? [] : [[...own, "latency", String(bucketOf(rest.responseLatencyMs))]];
    const ratings = rest.feedback.flatMap((rating) => {
      const named = [...new Set(rating.ratingCategories)];
      const down = rating.ratingType === "binary" && rating.ratingValue === 0 ? named : [];
      return [
        [...own, "rating_type", rating.ratingType],
        ...named.map((category) => [...own, "category", category]),
        ...down.map((category) => [...own, "category_down", category]),
      ];
    });
    return [...latency, ...ratings].map((parts) => parts.join(" "));
  });
  const rolled = rows.flatMap((row) => {
    const own = [row.hour.toISOString(), row.featureName, row.modelName, row.promptVersion];
    return Array.from({ length: row.count }, () => [...own, row.kind, row.bucket].join(" "));
  });
  return { rolled: rolled.sort(), plain: names.sort() };
}

async function expectBothWaysEqual(projectId: string): Promise<void> {
  const counts = await countsBothWays(projectId);
  expect(counts.rolled).toEqual(counts.plain);
  const buckets = await bucketsBothWays(projectId);
  expect(buckets.rolled).toEqual(buckets.plain);
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
      promptVersion: pick(["v1", "v2", null]),
      responseLatencyMs: pick([null, Math.floor(random() * 9_000)]),
      costUsd: pick([null, random() / 100]),
      tokenCount: pick([null, Math.floor(random() * 2_000)]),
    };
    answers.push(await writeAnswer(projectId, at.toISOString(), given));
  };
  const addRating = async () => {
    const ratingType = pick(["binary", "binary", "stars", "correction", "comment"] as const);
    const values = { binary: pick([0, 1]), stars: pick([1, 2, 3, 4, 5]), correction: null, comment: null };
    const id = await rateAnswer(projectId, {
      interactionId: pick(answers),
      rater: pick(["user:a", "user:b", "token"]),
      ratingType,
      ratingValue: values[ratingType],
      ratingCategories: pick([[], [], ["inaccurate"], ["too_long", "inaccurate"], ["too_long", "too_long"]]),
      feedbackComment: pick([null, "Hm"]),
    });
    if (!ratings.includes(id)) ratings.push(id);
  };
  return async () => {
    const dice = random();
    if (answers.length === 0 || dice < 0.4) return addAnswer();
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
        const { _sum } = await db().metricHour.aggregate({
          where: { projectId },
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
    const [hour, ...others] = await db().metricHour.findMany({ where: { projectId } });
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
    expect(await db().metricHour.count({ where: { projectId } })).toBe(hours);
    expect(await db().metricMark.count({ where: { projectId } })).toBe(0);
    expect(await db().metricMark.count({ where: { projectId: other } })).toBe(1);
    expect(await db().metricHour.count({ where: { projectId: other } })).toBe(0);
  });

  it("are mended by a rebuild when somebody changed them by hand", async () => {
    const { projectId } = await testProject();
    await writeAnswer(projectId, "2026-11-01T00:00:00Z");
    await refreshRollups(projectId);
    await db().metricHour.updateMany({ where: { projectId }, data: { interactions: 99 } });
    await rebuildMetrics(projectId);
    await expectBothWaysEqual(projectId);
  });
});
