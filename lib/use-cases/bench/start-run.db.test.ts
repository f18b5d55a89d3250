import { beforeEach, expect, it, vi } from "vitest";
import { newRunSchema } from "#lib/act/bench/index.ts";
import { collectMixed } from "#lib/observe/ingest/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { thumb } from "#tests/fixtures/events.ts";
import type { TestProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { startRun } from "./start-run.ts";
import { echoProject, log, rowsOf, says, start } from "./testing/echo-project.ts";

testDatabase();

const settings = vi.hoisted(() => ({
  baseUrl: "http://localhost",
  apiKey: "key",
  model: "small",
  timeoutMs: 60_000,
}));
let isConfigured = true;
vi.mock("#lib/platform/model-settings.ts", () => ({
  modelSettings: () => (isConfigured ? settings : null),
}));

let project: TestProject;
let projectId: string;
beforeEach(async () => {
  isConfigured = true;
  project = await echoProject();
  ({ projectId } = project);
});

it("takes the badly rated ones: a thumbs down, or two stars and fewer", async () => {
  await log(
    project,
    ...["good", "down", "stars", "mixed", "unrated"].map((what) => says(what, { interaction_id: what })),
  );
  const stars = (id: string, rating_value: number, user_id: string) =>
    thumb(id, { rating_type: "stars", rating_value, user_id });
  await collectMixed(serverOf(project), [
    ...[thumb("good"), thumb("down", { rating_value: 0 }), stars("stars", 2, "a"), stars("mixed", 5, "a")],
    stars("mixed", 1, "b"),
  ]);
  const { runId } = await start(projectId, { inputs: "badly_rated" });
  expect(Object.keys(await rowsOf(projectId, runId))).toEqual(["stars", "down"]);
});

it("refuses by name what it cannot start", async () => {
  await expect(start(projectId)).rejects.toMatchObject({ code: "no_inputs", status: 422 });
  await log(project, says("one"));
  await expect(start(projectId, { inputs: "badly_rated" })).rejects.toMatchObject({
    code: "no_inputs",
    message: expect.stringMatching(/thumbs down, and none of its 200/),
  });
  await expect(start(projectId, { input_as: "wath" })).rejects.toMatchObject({
    code: "invalid_body",
    message: "input_as must be a variable of v1: what.",
  });
  const other = startRun(projectId, { template: "echo", version: "v7" }, newRunSchema.parse({}), "Ada");
  await expect(other).rejects.toMatchObject({ code: "not_found" });
  const started = await Promise.allSettled([start(projectId), start(projectId)]);
  expect(started.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(start(projectId)).rejects.toMatchObject({ code: "bench_running", status: 409 });
  isConfigured = false;
  await expect(start(projectId)).rejects.toMatchObject({
    code: "model_not_configured",
    message: expect.stringMatching(/LLM_BASE_URL/),
  });
});

it("knows what the model's tokens cost from what was logged of it", async () => {
  const cost = (input_tokens: number, output_tokens: number) => ({
    ...{ input_tokens, output_tokens, cost_usd: input_tokens * 2e-6 + output_tokens * 8e-6 },
    model_name: "small",
  });
  await log(
    project,
    ...[cost(100, 10), cost(50, 80), cost(400, 20), cost(10, 90), cost(200, 7)].map((more) =>
      says("x", more),
    ),
    says("y", { model_name: "large", cost_usd: 9, input_tokens: 1, output_tokens: 1 }),
  );
  expect(await start(projectId, { count: 1 })).toMatchObject({
    prices: { input: expect.closeTo(2e-6, 9), output: expect.closeTo(8e-6, 9), answers: 5 },
  });
});

it("keeps the last ten runs of a prompt", async () => {
  await log(project, {});
  const runs = [];
  for (let made = 0; made < 12; made++) runs.push((await start(projectId)).runId);
  const kept = await db().benchRun.findMany({ where: { projectId }, orderBy: { runId: "asc" } });
  expect(kept.map(({ runId }) => runId)).toEqual(runs.slice(2));
  expect(
    kept.every(({ state }) => state === "finished"),
    "nothing could be run",
  ).toBe(true);
});
