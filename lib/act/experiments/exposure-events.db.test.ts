import { beforeEach, expect, it } from "vitest";
import { refreshMetrics } from "#lib/evaluate/metrics/index.ts";
import { userHash } from "#lib/platform/auth/user-hash.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { send } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { plainUsers, storedUsers } from "#tests/recounting/plain-exposures.ts";
import {
  countExposures,
  createExperiment,
  newExperimentSchema,
  projectsWithExposures,
  readArmSums,
  recountExposures,
  stepExperiment,
} from "./index.ts";

testDatabase("bytes");

const EXPERIMENT = "shorter";
let project: TestProject;

beforeEach(async () => {
  project = await testProject();
  const sent = newExperimentSchema.parse({
    ...{
      experiment: EXPERIMENT,
      hypothesis: "Shorter is better",
      primary_metric: { metric: "positive_rate" },
    },
    guardrails: [{ metric: "signal:copy" }, { metric: "score:effort" }],
    arms: [
      { variant: "a", weight: 0.5 },
      { variant: "b", weight: 0.5 },
    ],
  });
  await createExperiment(project.projectId, sent, "Ada");
});

const start = async () => {
  const step = { by: "Ada", reason: "Reviewed" };
  const { startedAt } = await stepExperiment(project.projectId, EXPERIMENT, "start", step);
  const { projectId } = project;
  return { projectId, experiment: EXPERIMENT, startedAt: startedAt ?? new Date(0), variants: ["a", "b"] };
};

const exposure = (user: string, variant: string, more: object = {}) => ({
  ...{ type: "exposure", experiment: EXPERIMENT, variant, user_id: user },
  ...more,
});
const answer = (user: string, variant: string) => ({
  ...{ type: "interaction", feature_name: "f", response_text: "r", model_name: "m", user_id: user },
  ...{ experiment: EXPERIMENT, variant },
});

async function count() {
  await refreshMetrics(project.projectId);
  await countExposures(project.projectId);
}

const userKey = (user: string) => `user:${userHash(project.userHashKey, user)}`;

it("counts users who got no answer, once, and those who got one by the first of both", async () => {
  const experiment = await start();
  const sender = serverOf(project);
  await send(sender, [
    exposure("ann", "a"),
    exposure("ann", "a"),
    exposure("bob", "b"),
    exposure("cat", "a"),
  ]);
  await send(sender, [exposure("ann", "a"), exposure("", "a", { user_id: undefined, session_id: "s1" })]);
  expect(await db().experimentExposure.count({ where: { projectId: project.projectId } })).toBe(4);
  expect(await projectsWithExposures()).toContain(project.projectId);
  await send(sender, [answer("bob", "b"), answer("cat", "b"), answer("dan", "a")]);
  await count();

  const users = await storedUsers(experiment);
  expect(users[userKey("ann")]).toMatchObject({ variant: "a", switched: false, interactions: 0 });
  expect(users["session:s1"]).toMatchObject({ variant: "a", interactions: 0, namedCounts: [0, 0] });
  expect(users[userKey("bob")]).toMatchObject({ variant: "b", switched: false, interactions: 1 });
  expect(users[userKey("cat")], "exposed to one, and got another").toMatchObject({
    ...{ variant: "a", switched: true },
  });
  expect(users).toEqual(await plainUsers(experiment));
  const found = await db().experiment.findFirstOrThrow({ where: { projectId: project.projectId } });
  const primaryMetric = { metric: "response_rate", better: "higher" } as const;
  const read = { ...found, arms: [], primaryMetric, guardrails: [] };
  const sums = await readArmSums(project.projectId, read, [], experiment.startedAt);
  expect(sums.find(({ variant }) => variant === "a")).toMatchObject({
    ...{ exposed: 3, switched: 1, answers: 1, primary: { n: 1 } },
  });

  await db().experimentUser.deleteMany({ where: { projectId: project.projectId } });
  await recountExposures(project.projectId);
  expect(await storedUsers(experiment)).toEqual(users);
});

it("counts no exposure before the start, and the first one after it", async () => {
  const sender = serverOf(project);
  await send(sender, [exposure("ann", "a", { exposed_at: "2026-01-05T10:00:00Z" }), exposure("bob", "a")]);
  expect(await projectsWithExposures()).not.toContain(project.projectId);
  const experiment = await start();
  await count();
  expect(await storedUsers(experiment)).toEqual({});
  const at = (seconds: number) => new Date(experiment.startedAt.getTime() + seconds * 1_000).toISOString();
  await db().experiment.updateMany({
    where: { projectId: project.projectId },
    data: { startedAt: new Date(at(-100)) },
  });
  const exposed_at = at(-50);
  await send(sender, [exposure("ann", "a", { exposed_at }), exposure("ann", "a")]);
  await send(sender, [exposure("ann", "a", { exposed_at: at(-60) })]);
  await send(sender, [exposure("ann", "a", { exposed_at: "2026-01-05T10:00:00Z" })]);
  await count();
  const users = await storedUsers({ ...experiment, startedAt: new Date(at(-100)) });
  expect(users[userKey("ann")]).toMatchObject({ firstExposedAt: at(-60) });
});

it("stores exposures of what it does not know, and counts them for nobody", async () => {
  const experiment = await start();
  const sender = serverOf(project);
  const results = await send(sender, [
    exposure("ann", "z"),
    exposure("ann", "a", { experiment: "nowhere" }),
    exposure("bob", "a", { exposure_id: "x1" }),
  ]);
  expect(results).toMatchObject([
    { type: "exposure", status: 201 },
    { type: "exposure", status: 201 },
    { type: "exposure", status: 201, exposure_id: "x1", exposed_at: expect.any(String) },
  ]);
  await count();
  expect(Object.keys(await storedUsers(experiment))).toEqual([userKey("bob")]);
});

it("refuses one by name that is nobody's, or from a browser", async () => {
  const [nobody] = await send(serverOf(project), [exposure("", "a", { user_id: undefined })]);
  expect(nobody).toMatchObject({ status: 400, errors: [{ path: "user_id" }] });
  const [browser] = await send(browserOf(project, "i1"), [exposure("ann", "a")]);
  expect(browser).toMatchObject({ status: 403, code: "key_kind_not_allowed" });
  expect(await db().experimentExposure.count({ where: { projectId: project.projectId } })).toBe(0);
});
