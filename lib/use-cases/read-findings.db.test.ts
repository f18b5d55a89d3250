import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { type Answer, rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { recordLook } from "../act/problems/index.ts";
import type { MetricFilter } from "../evaluate/metrics/index.ts";
import { readFindings } from "./read-findings.ts";

testDatabase();

const period = (projectId: string, from: string, to: string): MetricFilter => ({
  ...{ projectId, from, to, tz: "UTC" },
});

async function rated(projectId: string, day: string, [up, down]: [number, number], given: Answer) {
  const thumbs = [...Array<number>(up).fill(1), ...Array<number>(down).fill(0)];
  await Promise.all(
    thumbs.map(async (ratingValue) => {
      const interactionId = await writeAnswer(projectId, `${day}T12:00:00Z`, given);
      await rateAnswer(projectId, { interactionId, ratingValue });
    }),
  );
}

it("compares models within a feature, versions within a prompt, and a period with an earlier one", async () => {
  const { projectId } = await testProject();
  const [mini, large] = [
    { featureName: "support", modelName: "mini", promptTemplate: "reply", promptVersion: "v1" },
    { featureName: "support", modelName: "large", promptTemplate: "reply", promptVersion: "v2" },
  ];
  await rated(projectId, "2026-11-02", [27, 3], mini);
  await rated(projectId, "2026-11-02", [4, 16], large);
  await rated(projectId, "2026-10-20", [18, 2], large);
  const now = period(projectId, "2026-11-01", "2026-11-03");
  const then = period(projectId, "2026-10-18", "2026-10-21");
  const { findings, compared, problems } = await readFindings(now, then);
  expect(problems).toEqual([]);
  expect(compared).toBe(3);
  expect(findings.map(({ kind, scope, against }) => [kind, scope, against])).toEqual([
    ["model", { feature: "support", model: "large" }, { feature: "support", model: "mini" }],
    [
      "prompt_version",
      { promptTemplate: "reply", promptVersion: "v2" },
      { promptTemplate: "reply", promptVersion: "v1" },
    ],
    ["period", { feature: "support", model: "large" }, null],
  ]);
  expect((await readFindings(now)).findings.map(({ kind }) => kind)).toEqual(["model", "prompt_version"]);

  await recordLook(projectId, () => ({
    opened: [
      {
        ...{ kind: "rate", category: null, against: "own", title: "Answers of large are rated worse" },
        ...{ scope: { model: "large" }, beganAt: new Date("2026-11-01T00:00:00Z"), usual: 0.1, usualOf: 90 },
        ...{ n: 20, bad: 16, expected: 2, dispersion: 1, raters: 20, met: 20, worse: 0.7, harm: 14 },
      },
    ],
    ...{ seen: [], steps: [], look: { usualOf: 90, groups: 4 } },
  }));
  const told = await readFindings(now, then);
  expect(told.problems).toMatchObject([{ title: "Answers of large are rated worse" }]);
  expect(
    told.findings.map(({ kind }) => kind),
    "the problem tells the rest",
  ).toEqual(["prompt_version"]);
  expect((await readFindings({ ...now, model: "mini" })).problems, "of other answers").toEqual([]);
});
