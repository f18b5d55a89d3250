import { OpenFeature } from "@openfeature/server-sdk";
import { afterAll, expect, it } from "vitest";
import { POST as events } from "#app/api/events/route.ts";
import { GET as flags } from "#app/api/flags/route.ts";
import {
  countExposures,
  createExperiment,
  newExperimentSchema,
  stepExperiment,
} from "#lib/act/experiments/index.ts";
import { refreshMetrics } from "#lib/evaluate/metrics/index.ts";
import { userHash } from "#lib/platform/auth/user-hash.ts";
import { db } from "#lib/platform/db/client.ts";
import { trackOf, WhetstoneProvider } from "#whetstone/openfeature";
import { testDatabase } from "./database/database.ts";
import { answer, send } from "./fixtures/events.ts";
import { testProject } from "./fixtures/project.ts";
import { serverOf } from "./fixtures/sender.ts";

testDatabase();
afterAll(() => OpenFeature.close());

/** The app's own routes in the place of a network. */
const routes: typeof fetch = (url, init) => {
  const request = new Request(String(url), init);
  const handler = new URL(request.url).pathname === "/api/flags" ? flags : events;
  return handler(request, { params: Promise.resolve({}) });
};

it("the packed provider evaluates an experiment of the app, and its users count without an answer", async () => {
  const project = await testProject();
  const { projectId, secretKey } = project;
  const sent = newExperimentSchema.parse({
    ...{
      experiment: "shorter",
      hypothesis: "Shorter is better",
      primary_metric: { metric: "positive_rate" },
    },
    arms: [
      { variant: "control", weight: 0.5 },
      { variant: "short", weight: 0.5 },
    ],
  });
  await createExperiment(projectId, sent, "Ada");
  await stepExperiment(projectId, "shorter", "start", { by: "Ada", reason: "Reviewed" });
  const values = { shorter: { control: 400, short: 80 } };
  const connection = { baseUrl: "http://localhost:3000", secretKey, fetch: routes };
  await OpenFeature.setProviderAndWait(new WhetstoneProvider({ ...connection, values }));
  const client = OpenFeature.getClient();
  const users = Array.from({ length: 20 }, (_, index) => `user-${index}`);
  const got = await Promise.all(
    users.map((targetingKey) => client.getNumberDetails("shorter", 0, { targetingKey })),
  );
  expect(new Set(got.map(({ value }) => value))).toEqual(new Set([400, 80]));
  const [first = "", details] = [users[0], got[0]];
  await send(serverOf(project), [
    { type: "interaction", ...answer, user_id: first, ...(details ? trackOf(details) : {}) },
  ]);
  await OpenFeature.close();

  await refreshMetrics(projectId);
  await countExposures(projectId);
  const rows = await db().experimentUser.findMany({ where: { projectId } });
  const variants = new Map(rows.map(({ raterKey, variant }) => [raterKey, variant]));
  const hashOf = (user: string) => `user:${userHash(project.userHashKey, user)}`;
  expect(users.map((user) => variants.get(hashOf(user)))).toEqual(got.map(({ variant }) => variant));
  expect(rows.filter(({ interactions }) => interactions > 0).map(({ raterKey }) => raterKey)).toEqual([
    hashOf(first),
  ]);
});
