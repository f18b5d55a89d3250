import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { readArmSums } from "./index.ts";
import { count, EXPERIMENT, running } from "./testing/running.ts";

testDatabase("bytes");

it("the sums of arms are of users, each with the mean of what was said, and leave out who switched", async () => {
  const { projectId, start } = await running({ guardrails: [{ metric: "latency" }] });
  const { startedAt } = await start();
  const answer = async (userHash: string, variant: string, day: number, thumbs: readonly number[]) => {
    const at = new Date(startedAt.getTime() + 1_000 + day * 86_400_000).toISOString();
    const given = { userHash, variant, experiment: EXPERIMENT, responseLatencyMs: 100 };
    const interactionId = await writeAnswer(projectId, at, given);
    for (const [index, ratingValue] of thumbs.entries())
      await rateAnswer(projectId, { interactionId, rater: `user:${index}`, ratingValue });
  };
  await answer("ann", "a", 0, [1, 1, 0]);
  await answer("ann", "a", 8, [0]);
  await answer("bob", "a", 0, [1]);
  await answer("cat", "a", 0, []);
  await answer("dan", "a", 0, [0, 0, 0]);
  await answer("dan", "b", 1, [1]);
  await answer("eve", "b", 0, [0]);
  await count(projectId);
  for (const [user, beforeCount] of [
    ["ann", 2],
    ["bob", 1],
    ["cat", 1],
  ] as const)
    await db().experimentUser.updateMany({
      where: { projectId, raterKey: `user:${user}` },
      data: { beforeCount, beforeSum: 1 },
    });
  const experiment = await db().experiment.findFirstOrThrow({ where: { projectId } });
  const primaryMetric = { metric: "positive_rate", better: "higher" } as const;
  const read = { ...experiment, arms: [], primaryMetric, guardrails: [] };
  const sums = await readArmSums(projectId, read, [{ metric: "latency", logarithmic: true }], startedAt);
  const a = sums.find(({ variant }) => variant === "a");
  expect(a).toMatchObject({
    ...{ exposed: 3, exposedSinceSplit: 3, switched: 1, answers: 4, responses: 3, responders: 2, ratings: 5 },
    primary: {
      ...{ n: 2, sum: 1.5, sumSquares: 1.25 },
      ...{ known: 2, before: 1.5, beforeSquares: 1.25, products: 1.25, sumOfKnown: 1.5 },
    },
    early: { n: 2, sum: 2 / 3 + 1 },
    later: { n: 1, sum: 0, sumSquares: 0 },
    recent: { raters: 2, ratings: 5 },
  });
  expect(a?.secondary.latency?.sum).toBeCloseTo(3 * Math.log(100), 10);
  expect(sums.find(({ variant }) => variant === "b")).toMatchObject({
    exposed: 1,
    primary: { n: 1, sum: 0 },
  });
});
