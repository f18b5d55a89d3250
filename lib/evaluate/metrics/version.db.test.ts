import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, takeBack, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { refreshMetrics } from "./index.ts";
import { metricsVersion } from "./slices/version-store.ts";

testDatabase();

/** Does something, has it counted, and tells the versions before and after. */
async function around(projectId: string, act: () => Promise<unknown>): Promise<[string, string]> {
  await refreshMetrics(projectId);
  const before = await metricsVersion(projectId);
  await act();
  await refreshMetrics(projectId);
  return [before, await metricsVersion(projectId)];
}

it("is another one after every kind of write, on whichever day and feature, and stays the same without", async () => {
  const { projectId } = await testProject();
  const other = await testProject();
  const answer = (at: string, featureName: string) => writeAnswer(projectId, at, { featureName });
  const old = await answer("2026-03-02T10:00:00Z", "a");
  const late = await answer("2026-03-02T22:00:00Z", "z");
  await answer("2026-11-20T10:00:00Z", "a");
  let rating = "";
  const writes: [string, () => Promise<unknown>][] = [
    ["an answer of today", () => answer("2026-11-21T10:00:00Z", "m")],
    ["an answer of long ago", () => answer("2026-03-02T11:00:00Z", "a")],
    [
      "a late rating",
      async () => {
        rating = await rateAnswer(projectId, { interactionId: late, ratingType: "binary", ratingValue: 1 });
      },
    ],
    [
      "a changed comment",
      () =>
        rateAnswer(projectId, {
          interactionId: late,
          ratingType: "binary",
          ratingValue: 1,
          feedbackComment: "Hm",
        }),
    ],
    ["a rating taken back", () => takeBack(projectId, rating)],
    [
      "a rating of another answer",
      () => rateAnswer(projectId, { interactionId: old, ratingType: "binary", ratingValue: 0 }),
    ],
  ];
  for (const [what, write] of writes) {
    const [before, after] = await around(projectId, write);
    expect(after, what).not.toBe(before);
  }
  const [before, after] = await around(projectId, () =>
    writeAnswer(other.projectId, "2026-11-21T10:00:00Z", { featureName: "a" }),
  );
  expect(after, "another project's answer").toBe(before);
});

it("is empty for a project without answers", async () => {
  const { projectId } = await testProject();
  expect(await metricsVersion(projectId)).toBe("");
});
