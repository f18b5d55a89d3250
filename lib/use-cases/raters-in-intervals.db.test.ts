import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { type Answer, rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { type Rate, rate } from "../domain/rate.ts";
import type { RaterRate } from "../domain/rater-groups.ts";
import { feedbackStats, type MetricFilter, overview, trends } from "../evaluate/metrics/index.ts";
import { compareCohorts } from "./compare-cohorts.ts";
import { compareModels } from "./compare-models.ts";
import { comparePromptVersions } from "./compare-prompt-versions.ts";
import { rankFeatures } from "./rank-features.ts";
import { readBias } from "./read-bias.ts";

testDatabase();

/** Three days, on each of which the same three people liked 10 answers each, and 10 strangers disliked one each. */
const DAYS = ["2026-11-01", "2026-11-02", "2026-11-03"];
const few: Answer = { modelName: "small", promptTemplate: "short", promptVersion: "v1", tenant: "acme" };
const many: Answer = { modelName: "large", promptTemplate: "short", promptVersion: "v2", tenant: "globex" };

let filter: MetricFilter;
beforeAll(async () => {
  const { projectId } = await testProject();
  filter = { projectId, tz: "UTC", from: "2026-11-01", to: "2026-11-03" };
  for (const day of DAYS)
    for (let count = 0; count < 10; count++) {
      const at = `${day}T${String(10 + (count % 3)).padStart(2, "0")}:00:00Z`;
      for (const rater of ["user:ann", "user:bob", "user:cyd"])
        await rateAnswer(projectId, {
          interactionId: await writeAnswer(projectId, at, few),
          ...{ rater, ratingValue: count === 0 ? 0 : 1 },
        });
      // Nobody knows who held the tokens.
      const interactionId = `${day} ${count}`;
      await writeAnswer(projectId, at, { ...many, interactionId });
      await rateAnswer(projectId, { interactionId, ratingValue: 0 });
    }
});

const width = ({ low, high }: Rate) => (high ?? 1) - (low ?? 0);

/** How much wider the interval is than that of as many independent ratings. */
const widening = (found: RaterRate) => width(found) / width(rate((found.value ?? 0) * found.n, found.n));

describe("intervals account for how many people rated", () => {
  it("overall, over days on which the same people rated", async () => {
    const { positive } = (await overview(filter)).current;
    expect(positive).toMatchObject({ value: 81 / 120, n: 120, widened: true });
    expect(positive.users).toBeGreaterThan(29);
    expect(positive.users).toBeLessThan(37);
    expect(widening(positive)).toBeGreaterThan(1.5);
  });

  it("for each model, prompt version and tenant, and for their differences", async () => {
    const [models, versions, { cohorts }] = await Promise.all([
      compareModels(filter),
      comparePromptVersions(filter),
      compareCohorts(filter, "tenant", 10),
    ]);
    const [small, large] = models;
    expect(small?.positive).toMatchObject({ value: 0.9, n: 90, users: 3, widened: true });
    expect(large?.positive).toMatchObject({ value: 0, n: 30, widened: false });
    expect(versions[0]?.positive).toEqual(small?.positive);
    const acme = cohorts.find(({ cohort }) => cohort === "acme");
    expect(acme?.positive).toEqual(small?.positive);
    expect(acme?.others.positive).toMatchObject({ value: 0, n: 30, users: large?.positive.users });
    expect(large?.difference?.high).toBeCloseTo(-(acme?.difference.low ?? 0), 12);
  });

  it("for answers that are counted one by one, in other time zones, features, statistics and days", async () => {
    const odd = { ...filter, tz: "Asia/Kathmandu" };
    const single = await overview({ ...odd, tenant: "acme", model: "small" });
    expect(single.current.positive).toMatchObject({ n: 90, users: 3, widened: true });
    const { features } = await rankFeatures(odd);
    expect(features[0]?.positive).toEqual((await overview(filter)).current.positive);
    const stats = await feedbackStats(filter);
    expect(stats[0]?.positive).toMatchObject({ n: 90, users: 3 });
    const { days } = await readBias(filter);
    expect(days.map(({ positive }) => positive.widened)).toEqual([true, true, true]);
    const [hours] = await trends({ ...filter, model: "small" }, { unit: "hour", raters: true });
    expect(hours?.points.find(({ at }) => at === "2026-11-01T10:00:00.000Z")?.positive).toMatchObject({
      ...{ n: 12, users: 3 },
    });
    const [plain] = await trends(filter, { unit: "day" });
    expect(plain?.points[0]?.positive).toEqual(rate(27, 40));
  });
});
