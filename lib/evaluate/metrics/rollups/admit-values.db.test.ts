import { expect, it } from "vitest";
import { BEYOND } from "#lib/domain/beyond.ts";
import { dimensions } from "#lib/domain/dimensions.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { plainSlices, storedSlices } from "#tests/recounting/plain-slices.ts";
import { features, modelSummaries, rebuildMetrics, valuesBeyond } from "../index.ts";
import { refreshRollups } from "./rollup-store.ts";

testDatabase("bytes");

/** Answers on one day, each of a language of its own, and the marks that they leave. */
async function writeAnswers(projectId: string, hour: number, languages: readonly string[]): Promise<void> {
  const createdAt = new Date(Date.UTC(2026, 10, 1, hour));
  const required = { featureName: "f", modelName: "m", responseText: "…", createdAt };
  await db().interaction.createMany({
    data: languages.map((language) => ({
      ...required,
      projectId,
      interactionId: `${hour} ${language}`,
      language,
    })),
  });
  await db().metricMark.create({ data: { projectId, minute: createdAt } });
}

const numbered = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name}-${index}`);

async function expectExact(projectId: string): Promise<void> {
  await refreshRollups(projectId);
  for (const width of ["hour", "day"] as const)
    expect(await storedSlices(projectId, width)).toEqual(await plainSlices(projectId, width));
}

const cohortsOf = async (projectId: string) => {
  const where = { projectId, cube: "languages", width: "day" } as const;
  const slices = await db().metricSlice.findMany({ where, select: { cohort: true, interactions: true } });
  return new Map(slices.map(({ cohort, interactions }) => [cohort, interactions]));
};

it("values beyond what a day counts apart are one, in any order of counting, and said to be", async () => {
  const { projectId } = await testProject();
  const most = dimensions.language.most;
  await writeAnswers(projectId, 5, numbered(most - 2, "early"));
  await expectExact(projectId);
  expect(await valuesBeyond({ projectId, from: "2026-11-01", to: "2026-11-01" })).toEqual([]);
  await writeAnswers(projectId, 3, [...numbered(5, "late"), "early-0"]);
  await expectExact(projectId);
  const cohorts = await cohortsOf(projectId);
  expect([cohorts.size, cohorts.get(BEYOND), cohorts.get("early-0")]).toEqual([most + 1, 3, 2]);
  const window = { projectId, from: "2026-10-31", to: "2026-11-02" };
  expect(await valuesBeyond(window)).toEqual([{ dimension: "language", days: 1, most, lacking: 0 }]);
  const lacking = async (language: string) => (await valuesBeyond({ ...window, language }))[0]?.lacking;
  expect(await Promise.all(["early-0", "late-4"].map(lacking))).toEqual([0, 1]);

  await rebuildMetrics(projectId);
  expect(await cohortsOf(projectId)).toEqual(cohorts);
  await expectExact(projectId);
});

it("answers list so many rows, and what is beyond them as one", async () => {
  const { projectId } = await testProject();
  // Four days of as many models as a day counts apart.
  for (let day = 1; day <= 4; day++) {
    const createdAt = new Date(Date.UTC(2026, 10, day, 12));
    await db().interaction.createMany({
      data: numbered(dimensions.model.most, `day-${day}`).map((modelName) => ({
        ...{ projectId, interactionId: modelName, featureName: "f", modelName, responseText: "…", createdAt },
      })),
    });
    await db().metricMark.create({ data: { projectId, minute: createdAt } });
  }
  const filter = { projectId, from: "2026-11-01", to: "2026-11-30", tz: "UTC" };
  const rows = await modelSummaries(filter);
  const other = rows.find(({ modelName }) => modelName === BEYOND);
  expect([rows.length, other?.interactions]).toEqual([501, 4 * dimensions.model.most - 500]);
  expect((await features(filter)).map(({ interactions }) => interactions)).toEqual([800]);
});
