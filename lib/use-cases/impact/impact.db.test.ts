import { expect, it } from "vitest";
import { createImprovement, findImprovement, newImprovementSchema } from "#lib/act/impact/index.ts";
import { countCombinations, refreshMetrics } from "#lib/evaluate/metrics/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { type RatedAnswer, storeRatedDays } from "#tests/fixtures/rated-days.ts";
import { changeAndWeigh } from "./change-improvement.ts";
import { tellImpact } from "./tell-impact.ts";
import { improvementsToWeigh, weighImprovements } from "./weigh-improvements.ts";

testDatabase();

const HOUR_MS = 3_600_000;

/** Noon, ten days after something shipped. */
const NOW = Math.floor(Date.now() / HOUR_MS);
const SHIPPED = NOW - 240;

/** Four answers an hour; with a mix that shifts, ever more of what is rated well. */
const answers = (shifts: boolean) => (hour: number) =>
  [0, 1, 2, 3].map(
    (at): RatedAnswer => ({
      featureName: (shifts && hour >= SHIPPED ? at > 0 : at > 2) ? "easy" : "hard",
      modelName: "m",
      promptTemplate: "reply",
      promptVersion: hour >= SHIPPED ? "v2" : "v1",
    }),
  );
const badOf =
  (gain: number) =>
  ({ featureName }: RatedAnswer, hour: number) =>
    (featureName === "hard" ? 0.5 : 0.15) - (hour >= SHIPPED ? gain : 0);

async function published(gain: number, shifts: boolean) {
  const { projectId } = await testProject();
  const rated = { from: NOW - 720, to: NOW, answers: answers(shifts), bad: badOf(gain) };
  await storeRatedDays(projectId, rated);
  await countCombinations(projectId, new Date(NOW * HOUR_MS));
  await refreshMetrics(projectId);
  const sent = newImprovementSchema.parse({
    ...{ name: "Shorter", scope: { prompt_template: "reply" }, hold_out: 0 },
    shipped_at: new Date(SHIPPED * HOUR_MS).toISOString(),
    texts: [
      { language: "en", title: "Shorter answers", description: "They come to the point." },
      { language: "pl", title: "Krótsze odpowiedzi" },
    ],
  });
  const draft = await createImprovement(projectId, sent, "Ada");
  return changeAndWeigh(projectId, draft.improvementId, { state: "published" }, "Ada").then(
    (improvement) => ({
      projectId,
      improvement,
    }),
  );
}

/** What the first who complained is told. */
async function toldOf(projectId: string, languages: string[]) {
  const notice = await db().improvementNotice.findFirstOrThrow({ where: { projectId } });
  return tellImpact(projectId, { rater: notice.rater, languages, everyone: false });
}

it("claims a gain that the data show, in the languages that Whetstone has words for", async () => {
  const { projectId, improvement } = await published(0.15, false);
  expect(improvement.claim).toMatchObject({ verdict: "better", reason: null });
  const [told] = await toldOf(projectId, ["de", "en"]);
  expect(told).toMatchObject({ audience: "you", language: "en", gain: { n: expect.any(Number) } });
  expect(told?.description).toMatch(/^They come to the point\. Good ratings: \d\d%, up from \d\d%\.$/);
  expect(await toldOf(projectId, ["pl-PL"])).toMatchObject([
    { title: "Krótsze odpowiedzi", description: "" },
  ]);
  const everyone = await tellImpact(projectId, { rater: null, languages: ["en"], everyone: true });
  expect(everyone).toMatchObject([{ audience: "everyone", lead: expect.stringMatching(/^[\d,]+ people’s/) }]);
  expect(await tellImpact(projectId, { rater: null, languages: ["pl"], everyone: true })).toEqual([]);
  expect(await tellImpact(projectId, { rater: null, languages: [], everyone: false })).toEqual([]);
});

it("says what changed without a number where only the traffic did", async () => {
  const { projectId, improvement } = await published(0, true);
  expect(improvement.claim).toMatchObject({ verdict: "unknown", reason: "no_difference" });
  expect(await toldOf(projectId, ["en"])).toMatchObject([
    { title: "Shorter answers", description: "They come to the point.", gain: null },
  ]);
});

it("looks again once an hour, and is silent about what is rated worse", async () => {
  await expect(published(-0.3, false)).rejects.toThrow("are rated worse since");
  const { projectId, improvement } = await published(0, false);
  expect(await toldOf(projectId, ["en"])).toHaveLength(1);
  const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS);
  expect(await improvementsToWeigh(at(0))).not.toContain(projectId);
  expect(await improvementsToWeigh(at(2))).toContain(projectId);
  expect(await improvementsToWeigh(at(24 * 30))).not.toContain(projectId);
  const worse = { from: SHIPPED, to: NOW, answers: answers(false), bad: () => 0.9, seed: 4 };
  await storeRatedDays(projectId, worse);
  await countCombinations(projectId, new Date(NOW * HOUR_MS));
  await weighImprovements(projectId);
  expect(await findImprovement(projectId, improvement.improvementId)).toMatchObject({
    ...{ claim: { verdict: "worse" }, silent: "rated_worse" },
  });
  expect(await toldOf(projectId, ["en"])).toEqual([]);
});
