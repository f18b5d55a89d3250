import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  benchRunJson,
  listRuns,
  type NewRunBody,
  newRunSchema,
  readRows,
  readRun,
  stopRun,
  workLimits,
  workOnRun,
} from "#lib/act/bench/index.ts";
import { createPrompt } from "#lib/act/prompts/index.ts";
import { contentFields } from "#lib/act/prompts/schema.ts";
import { collectMixed } from "#lib/observe/ingest/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, thumb } from "#tests/fixtures/events.ts";
import { type ModelServer, modelServer } from "#tests/fixtures/model-server.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { startRun } from "./start-run.ts";
import { redactText } from "./work-on-bench.ts";

testDatabase();

const settings = vi.hoisted(() => ({ baseUrl: "", apiKey: "key", model: "small", timeoutMs: 60_000 }));
let isConfigured = true;
vi.mock("#lib/platform/model-settings.ts", () => ({
  modelSettings: () => (isConfigured ? settings : null),
}));

let server: ModelServer;
beforeAll(async () => {
  server = await modelServer();
  settings.baseUrl = server.url;
});
afterAll(() => server.close());

let project: TestProject;
let projectId: string;
beforeEach(async () => {
  isConfigured = true;
  server.asked.length = 0;
  project = await testProject();
  ({ projectId } = project);
  await createPrompt({
    ...{ projectId, template: "echo", logged: [], author: { name: "Ada", mayMoveProtected: false } },
    draft: {
      ...contentFields("Say: {{what}}"),
      ...{ modelName: null, modelParams: { temperature: 0.5 }, note: "" },
    },
  });
});

/** Logs answers of the prompt, the last of them the newest. */
const log = (...answers: object[]) =>
  collectMixed(
    serverOf(project),
    answers.map((more, index) => ({
      ...{ type: "interaction", ...answer, interaction_id: `i${index}`, prompt_template: "echo" },
      ...{ prompt_version: "v1", created_at: new Date(Date.UTC(2026, 9, 1, 10, index)).toISOString() },
      ...more,
    })),
  );
const says = (what: string, more: object = {}) => ({ prompt_variables: { what }, ...more });

const start = (body: Partial<NewRunBody> = {}) =>
  startRun(projectId, { template: "echo", version: "v1" }, newRunSchema.parse(body), "Ada");
// Long enough for a busy machine to ask in, and short enough to wait for.
const limits = { ...workLimits, lookMs: 20, timeoutMs: 2_000, longestWaitMs: 5_000 };
const patient = { ...limits, timeoutMs: 60_000 };
const tools = { settings, redact: redactText };
const work = (runId: string) => workOnRun(runId, tools, new AbortController().signal, limits);
const rowsOf = async (runId: string) => {
  const rows = await readRows(projectId, runId, { from: 0, most: 100, characters: 1_000 });
  return Object.fromEntries(rows.map((row) => [row.interactionId, row]));
};

it("runs the version on the latest inputs, with the old answers beside the new ones", async () => {
  await log(says("one", { response_text: "old one", response_latency_ms: 700, cost_usd: 0.5 }), says("two"), {
    response_text: "nothing is known of its input",
  });
  const run = await start({ count: 3 });
  expect(run).toMatchObject({
    ...{ state: "running", version: "v1", modelName: "small", startedBy: "Ada" },
    progress: { total: 3, waiting: 2, skipped: 1, answered: 0 },
  });
  await work(run.runId);
  const rows = await rowsOf(run.runId);
  expect(rows.i0).toMatchObject({
    ...{ state: "answered", text: "Echo: Say: one", finishReason: "stop", inputTokens: 8, outputTokens: 14 },
    old: { text: "old one", latencyMs: 700, costUsd: 0.5, promptVersion: "v1", modelName: "m" },
  });
  expect(rows.i0?.latencyMs).toBeGreaterThanOrEqual(0);
  expect(rows.i1).toMatchObject({ state: "answered", text: "Echo: Say: two" });
  expect(rows.i2).toMatchObject({
    state: "skipped",
    reason: expect.stringMatching(/needs \{\{what\}\}; prompt_variables were not logged/),
  });
  expect(await readRun(projectId, run.runId)).toMatchObject({
    ...{ state: "finished", endedAt: expect.any(Date), stoppedBy: null },
    progress: { answered: 2, skipped: 1, waiting: 0, inputTokens: 16, outputTokens: 28, uncounted: 0 },
  });
  expect(server.asked.map(({ body, authorization }) => [body, authorization])).toContainEqual([
    {
      ...{ model: "small", temperature: 0.5, stream: true, stream_options: { include_usage: true } },
      messages: [{ role: "user", content: "Say: one" }],
    },
    "Bearer key",
  ]);
  // A server that counts what it wrote and not what it read.
  await db().benchAnswer.updateMany({
    where: { projectId, interactionId: "i0" },
    data: { inputTokens: null },
  });
  const [listed] = await listRuns(projectId, "echo");
  expect(listed && benchRunJson(listed)).toMatchObject({
    ...{ run_id: run.runId, progress: { uncounted_answers: 1, input_tokens: 8, output_tokens: 28 } },
  });
});

it("says in each row why a model failed, and goes on with the others", async () => {
  await log(
    says("LIMITED"),
    says("ALWAYS-LIMITED"),
    says("BROKEN"),
    says("MALFORMED"),
    says("SILENT"),
    says("CUT"),
    says("UNCOUNTED"),
  );
  const { runId } = await start();
  await work(runId);
  const rows = await rowsOf(runId);
  const found = Object.values(rows).map(({ position, state, reason, text }) => [
    position,
    state,
    reason ?? text,
  ]);
  expect(found).toEqual([
    [0, "answered", "Echo: Say: UNCOUNTED"],
    [1, "failed", expect.stringMatching(/ended in the middle of the response/)],
    [2, "failed", expect.stringMatching(/did not respond within/)],
    [3, "failed", expect.stringMatching(/not from an OpenAI-compatible API/)],
    [4, "failed", expect.stringMatching(/returned an error/)],
    [
      5,
      "failed",
      expect.stringMatching(/limits requests\. It asks to wait 3600 seconds more\. Try again later\.$/),
    ],
    [6, "answered", "Echo: Say: LIMITED"],
  ]);
  expect(server.asked.filter(({ last }) => last === "Say: LIMITED")).toHaveLength(3);
  expect(server.asked.filter(({ last }) => last === "Say: BROKEN")).toHaveLength(1);
  expect(await readRun(projectId, runId)).toMatchObject({
    state: "finished",
    progress: { answered: 2, failed: 5, uncounted: 1 },
  });
});

it("redacts new answers before they are stored", async () => {
  await log(says("mail to ada@example.com"));
  const { runId } = await start();
  const run = {
    settings,
    redact: async (id: string, text: string) =>
      redactText(id, text.startsWith("Echo") ? `${text}, cc bob@example.com` : text),
  };
  await workOnRun(runId, run, new AbortController().signal, limits);
  expect(await rowsOf(runId)).toMatchObject({ i0: { text: "Echo: Say: mail to [EMAIL], cc [EMAIL]" } });
  await log(says("x", { interaction_id: "i9", created_at: "2026-10-02T10:00:00Z" }));
  const second = await start({ count: 1 });
  const fails = {
    settings,
    redact: async (_: string, text: string) => {
      if (text.startsWith("Echo")) throw new Error("took too long");
      return text;
    },
  };
  await workOnRun(second.runId, fails, new AbortController().signal, limits);
  expect(await rowsOf(second.runId)).toMatchObject({
    i9: { state: "failed", text: null, reason: expect.stringMatching(/could not be redacted/) },
  });
});

it("redacts what is sent by today's rules, and sends nothing that it cannot redact", async () => {
  await log(says("about Falcon"));
  const { runId } = await start();
  const redact = async (_: string, text: string) => text.replaceAll("Falcon", "[PROJECT]");
  await workOnRun(runId, { settings, redact }, new AbortController().signal, limits);
  expect(server.asked.map(({ last }) => last)).toEqual(["Say: about [PROJECT]"]);
  const second = await start();
  const fails = { settings, redact: () => Promise.reject(new Error("took too long")) };
  await workOnRun(second.runId, fails, new AbortController().signal, limits);
  expect(server.asked).toHaveLength(1);
  expect(await rowsOf(second.runId)).toMatchObject({
    i0: { state: "failed", reason: expect.stringMatching(/was not sent/) },
  });
});

it("asks a few at a time, also where two processes work on the run, and nothing twice", async () => {
  await log(...Array.from({ length: 20 }, (_, index) => says(`number ${index}`)));
  const { runId } = await start();
  await Promise.all([work(runId), work(runId)]);
  expect(server.asked).toHaveLength(20);
  expect(new Set(server.asked.map(({ last }) => last)).size).toBe(20);
  expect(server.most()).toBeLessThanOrEqual(2 * limits.atOnce);
  expect(await readRun(projectId, runId)).toMatchObject({ state: "finished", progress: { answered: 20 } });
});

it("goes on after a process stopped in the middle, with what is missing", async () => {
  await log(says("ENDLESS"), says("two"), says("three"), says("four"));
  const { runId } = await start();
  const process = new AbortController();
  const working = workOnRun(runId, tools, process.signal, patient);
  await expect.poll(async () => (await readRun(projectId, runId)).progress.answered).toBe(3);
  process.abort();
  await working;
  expect(await readRun(projectId, runId)).toMatchObject({ state: "running", progress: { waiting: 1 } });
  server.asked.length = 0;
  await work(runId);
  expect(server.asked.map(({ last }) => last)).toEqual(["Say: ENDLESS"]);
  expect(await readRun(projectId, runId)).toMatchObject({ state: "finished", progress: { failed: 1 } });
});

it("takes up what a process that died had begun, once its claim has run out", async () => {
  await log(says("one"));
  const { runId } = await start();
  const claim = (at: string) =>
    db()
      .$executeRaw`UPDATE bench_answer SET claimed_until = now() + ${at}::text::interval WHERE run_id = ${runId}::uuid`;
  await claim("5 seconds");
  await work(runId);
  expect(await readRun(projectId, runId)).toMatchObject({ state: "running", progress: { waiting: 1 } });
  await claim("-1 second");
  await work(runId);
  expect(await readRun(projectId, runId)).toMatchObject({ state: "finished", progress: { answered: 1 } });
});

it("is stopped from anywhere while it asks, and stores nothing after that", async () => {
  await log(...Array.from({ length: 6 }, (_, index) => says(`ENDLESS ${index}`)));
  const { runId } = await start();
  const before = server.givenUp();
  const working = workOnRun(runId, tools, new AbortController().signal, patient);
  await expect.poll(() => server.asked.length).toBe(limits.atOnce);
  expect(await stopRun(projectId, runId, "Grace")).toMatchObject({ state: "stopped", stoppedBy: "Grace" });
  await working;
  await expect.poll(() => server.givenUp() - before).toBe(limits.atOnce);
  expect(await readRun(projectId, runId)).toMatchObject({
    ...{ state: "stopped", progress: { answered: 0, failed: 0, waiting: 6 } },
  });
  expect(await stopRun(projectId, runId, "Ada")).toMatchObject({ stoppedBy: "Grace" });
  await work(runId);
  expect(server.asked).toHaveLength(limits.atOnce);
});

describe("starting a run", () => {
  it("takes the badly rated ones: a thumbs down, or two stars and fewer", async () => {
    await log(
      ...["good", "down", "stars", "mixed", "unrated"].map((what) => says(what, { interaction_id: what })),
    );
    const stars = (id: string, rating_value: number, user_id: string) =>
      thumb(id, { rating_type: "stars", rating_value, user_id });
    await collectMixed(serverOf(project), [
      ...[thumb("good"), thumb("down", { rating_value: 0 }), stars("stars", 2, "a"), stars("mixed", 5, "a")],
      stars("mixed", 1, "b"),
    ]);
    const { runId } = await start({ inputs: "badly_rated" });
    expect(Object.keys(await rowsOf(runId))).toEqual(["stars", "down"]);
  });

  it("refuses by name what it cannot start", async () => {
    await expect(start()).rejects.toMatchObject({ code: "no_inputs", status: 422 });
    await log(says("one"));
    await expect(start({ inputs: "badly_rated" })).rejects.toMatchObject({
      code: "no_inputs",
      message: expect.stringMatching(/thumbs down, and none of its 200/),
    });
    await expect(start({ input_as: "wath" })).rejects.toMatchObject({
      code: "invalid_body",
      message: "input_as must be a variable of v1: what.",
    });
    const other = startRun(projectId, { template: "echo", version: "v7" }, newRunSchema.parse({}), "Ada");
    await expect(other).rejects.toMatchObject({ code: "not_found" });
    const started = await Promise.allSettled([start(), start()]);
    expect(started.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(start()).rejects.toMatchObject({ code: "bench_running", status: 409 });
    isConfigured = false;
    await expect(start()).rejects.toMatchObject({
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
      ...[cost(100, 10), cost(50, 80), cost(400, 20), cost(10, 90), cost(200, 7)].map((more) =>
        says("x", more),
      ),
      says("y", { model_name: "large", cost_usd: 9, input_tokens: 1, output_tokens: 1 }),
    );
    expect(await start({ count: 1 })).toMatchObject({
      prices: { input: expect.closeTo(2e-6, 9), output: expect.closeTo(8e-6, 9), answers: 5 },
    });
  });

  it("keeps the last ten runs of a prompt", async () => {
    await log({});
    const runs = [];
    for (let made = 0; made < 12; made++) runs.push((await start()).runId);
    const kept = await db().benchRun.findMany({ where: { projectId }, orderBy: { runId: "asc" } });
    expect(kept.map(({ runId }) => runId)).toEqual(runs.slice(2));
    expect(
      kept.every(({ state }) => state === "finished"),
      "nothing could be run",
    ).toBe(true);
  });
});

it("loses an input with the answer that it was logged for", async () => {
  await log(says("one"), says("two"));
  const { runId } = await start();
  await work(runId);
  await db().interaction.delete({ where: { projectId_interactionId: { projectId, interactionId: "i0" } } });
  expect(Object.keys(await rowsOf(runId))).toEqual(["i1"]);
  expect(await readRun(projectId, runId)).toMatchObject({ progress: { total: 1, answered: 1 } });
});
