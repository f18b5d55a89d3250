import { beforeAll, describe, expect, it } from "vitest";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { writeHistory } from "#tests/fixtures/random-history.ts";
import { answered, type PlainCounts, plainGroups } from "#tests/recounting/plain-groups.ts";
import { toPercentiles } from "./histogram.ts";
import {
  categories,
  cohorts,
  features,
  type MetricFilter,
  modelSummaries,
  overview,
  promptVersions,
  responseByPlace,
  type Summary,
  type TrendSplit,
  trends,
} from "./index.ts";

testDatabase();

let projectId = "";
beforeAll(async () => {
  projectId = (await testProject()).projectId;
  await writeHistory(projectId, weeks);
});

/** Around both changes of New York's clocks: three days each. */
const weeks = [
  { from: "2026-03-07", to: "2026-03-09" },
  { from: "2026-10-31", to: "2026-11-02" },
];
const zones = ["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"];
const cases = zones.flatMap((tz) => weeks.map((week) => ({ tz, ...week })));

const filterOf = (given: (typeof cases)[number], more: Partial<MetricFilter> = {}): MetricFilter => ({
  projectId,
  ...given,
  ...more,
});

describe.each(cases)("$tz from $from to $to", (given) => {
  it("has days that equal plain SQL", async () => {
    const [series] = await trends(filterOf(given), {
      unit: "day",
      histograms: ["latency", "cost", "tokens"],
    });
    const plain = await plainGroups(filterOf(given), Prisma.sql`local_day`);
    expect(given.tz && series?.points).toHaveLength(3);
    for (const { at, ...summary } of series?.points ?? []) expectEqual(summary, plain.get(at));
  });

  it("has hours that equal plain SQL", async () => {
    const [series] = await trends(filterOf(given), { unit: "hour", histograms: ["latency"] });
    const plain = await plainGroups(
      filterOf(given),
      Prisma.sql`to_char(hour AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`,
    );
    const answered = series?.points.filter(({ interactions }) => interactions > 0) ?? [];
    expect(answered.map(({ at }) => at)).toEqual([...plain.keys()].sort());
    for (const { at, interactions, latency } of answered) {
      expect({ interactions, latency }).toEqual({
        interactions: plain.get(at)?.interactions,
        latency: toPercentiles(plain.get(at)?.latency ?? {}),
      });
    }
  });

  it.each([
    ["feature", Prisma.sql`feature_name`],
    ["model", Prisma.sql`model_name`],
    ["promptVersion", Prisma.sql`concat_ws(' ', prompt_template, prompt_version)`],
    ["tenant", Prisma.sql`tenant`],
    ["language", Prisma.sql`language`],
    ["segment", Prisma.sql`segment`],
  ] as [TrendSplit, Prisma.Sql][])("has days split by %s that equal plain SQL", async (split, column) => {
    const series = await trends(filterOf(given), { unit: "day", split });
    const plain = await plainGroups(filterOf(given), Prisma.sql`local_day || '/' || ${column}`);
    const read = series.flatMap(({ name, points }) =>
      points
        .filter(({ interactions }) => interactions > 0)
        .map(({ at, ...own }) => [`${at}/${name}`, own] as const),
    );
    expect(read.map(([key]) => key).sort()).toEqual([...plain.keys()].sort());
    for (const [key, summary] of read) expectEqual(summary, plain.get(key), false);
  });

  it("has features, models, prompt versions and places that equal plain SQL", async () => {
    const filter = filterOf(given);
    const held = async (rows: [string, Summary][], key: Prisma.Sql, histograms = true) => {
      const plain = await plainGroups(filterOf(given), key);
      expect(rows.map(([name]) => name).sort()).toEqual([...plain.keys()].sort());
      for (const [name, summary] of rows) expectEqual(summary, plain.get(name), histograms);
    };
    const all = ["latency", "cost", "tokens"] as const;
    const byFeature = await features(filter, { histograms: all });
    await held(
      byFeature.map((row) => [row.featureName, row]),
      Prisma.sql`feature_name`,
    );
    const byModel = await modelSummaries(filter, { histograms: all });
    await held(
      byModel.map((row) => [row.modelName, row]),
      Prisma.sql`model_name`,
    );
    const prompts = (await promptVersions(filter, { histograms: all })).map((row): [string, Summary] => [
      `${row.promptTemplate}/${row.promptVersion}`,
      row,
    ]);
    await held(
      prompts,
      Prisma.sql`COALESCE(prompt_template, 'null') || '/' || COALESCE(prompt_version, 'null')`,
    );
    const places = (await responseByPlace(filter)).map((row): [string, Summary] => [
      `${row.featureName}/${row.modelName}`,
      row,
    ]);
    await held(places, Prisma.sql`feature_name || '/' || model_name`, false);
  });

  it("has a whole and cohorts that equal plain SQL", async () => {
    const all = (await plainGroups(filterOf(given), Prisma.sql`'all'`)).get("all");
    expectEqual((await overview(filterOf(given))).current, all, false);
    const plain = await plainGroups(filterOf(given), Prisma.sql`tenant`, Prisma.sql`tenant IS NOT NULL`);
    const read = await cohorts(filterOf(given), "tenant");
    expectEqual(read.all, all, false);
    expect(read.cohorts.map(({ cohort }) => cohort).sort()).toEqual([...plain.keys()].sort());
    for (const { cohort, ...summary } of read.cohorts) expectEqual(summary, plain.get(cohort), false);
  });

  it("has categories that equal plain SQL", async () => {
    const plain = await db().$queryRaw<{ category: string; place: string; count: number; down: number }[]>`
      WITH ${answered(filterOf(given))}, named AS (
        SELECT DISTINCT feedback_id, category, model_name, rating_type = 'binary' AND rating_value = 0 AS down
        FROM answered JOIN feedback USING (project_id, interaction_id), unnest(rating_categories) AS category)
      SELECT category, model_name AS place, count(*)::int AS count, (count(*) FILTER (WHERE down))::int AS down
      FROM named GROUP BY 1, 2`;
    const rows = await categories(filterOf(given));
    const read = rows.flatMap(({ category, models }) =>
      models.map(({ modelName, count, downCount }) => ({
        category,
        place: modelName,
        count,
        down: downCount,
      })),
    );
    const byName = (list: typeof read) => list.map((row) => JSON.stringify(row)).sort();
    expect(byName(read)).toEqual(byName(plain));
    const downs = (await overview(filterOf(given))).current.thumbsDown;
    for (const { category, downCount, share } of rows) {
      expect([category, share.n, share.value]).toEqual([category, downs, downs ? downCount / downs : null]);
    }
  });

  it("counts a filter's answers only", async () => {
    const chosen = { feature: "summary", model: "small", promptTemplate: "short", promptVersion: "v1" };
    const plain = await plainGroups(
      filterOf(given),
      Prisma.sql`'all'`,
      Prisma.sql`feature_name = 'summary' AND model_name = 'small' AND prompt_template = 'short' AND prompt_version = 'v1'`,
    );
    expectEqual((await overview(filterOf(given, chosen))).current, plain.get("all"), false);
    const ofTenant = await plainGroups(filterOf(given), Prisma.sql`'all'`, Prisma.sql`tenant = 'acme'`);
    const filter = filterOf(given, { tenant: "acme" });
    expectEqual((await overview(filter)).current, ofTenant.get("all"), false);
  });

  it("counts a cohort together with models and prompts like plain SQL", async () => {
    const all = ["latency", "cost", "tokens"] as const;
    const where = Prisma.sql`tenant = 'acme' AND language = 'en'`;
    const filter = filterOf(given, { tenant: "acme", language: "en" });
    const byModel = await plainGroups(filterOf(given), Prisma.sql`model_name`, where);
    const read = await modelSummaries(filter, { histograms: all });
    expect(read.map(({ modelName }) => modelName).sort()).toEqual([...byModel.keys()].sort());
    for (const row of read) expectEqual(row, byModel.get(row.modelName));
    const byDay = await plainGroups(filterOf(given), Prisma.sql`local_day`, where);
    const [series] = await trends(filter, { unit: "day", histograms: all });
    for (const { at, ...summary } of series?.points ?? []) expectEqual(summary, byDay.get(at));
  });
});

/** Holds a summary against plain counts, or against nothing where plain SQL found no answer. */
function expectEqual(summary: Summary, plain: PlainCounts | undefined, histograms = true): void {
  const { interactions, rated, thumbsUp, thumbsDown, corrections, comments, priced, sized, tokens } = summary;
  const counts = { interactions, rated, thumbsUp, thumbsDown, corrections, comments, priced, sized, tokens };
  const zero = (name: keyof typeof counts) => [name, plain?.[name] ?? 0];
  expect(counts).toEqual(
    Object.fromEntries(Object.keys(counts).map((name) => zero(name as keyof typeof counts))),
  );
  expect(summary.positive.value).toBe(thumbsUp + thumbsDown ? thumbsUp / (thumbsUp + thumbsDown) : null);
  expect(summary.starMean.value).toBe(plain?.starCount ? plain.starSum / plain.starCount : null);
  expect(summary.costUsd).toBeCloseTo(plain?.costUsd ?? 0, 9);
  if (!histograms) return;
  expect(summary.latency).toEqual(toPercentiles(plain?.latency ?? {}));
  expect(summary.tokenSpread).toEqual(toPercentiles(plain?.sizes ?? {}));
  const cost = toPercentiles(plain?.cost ?? {});
  expect(summary.costSpread.p95).toBe(cost.p95 === null ? null : cost.p95 / 1e6);
}
