import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { benchRunJson, listRuns, readRun, stopRun, workLimits, workOnRun } from "#lib/act/bench/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type ModelServer, modelServer } from "#tests/fixtures/model-server.ts";
import type { TestProject } from "#tests/fixtures/project.ts";
import { echoProject, log, rowsOf, says, start } from "./testing/echo-project.ts";
import { redactText } from "./work-on-bench.ts";

testDatabase();

const settings = vi.hoisted(() => ({ baseUrl: "", apiKey: "key", model: "small", timeoutMs: 60_000 }));
vi.mock("#lib/platform/model-settings.ts", () => ({
  modelSettings: () => settings,
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
  server.asked.length = 0;
  project = await echoProject();
  ({ projectId } = project);
});

// Long enough for a busy machine to ask in, and short enough to wait for.
const limits = { ...workLimits, lookMs: 20, timeoutMs: 2_000, longestWaitMs: 5_000 };
const patient = { ...limits, timeoutMs: 60_000 };
const tools = { settings, redact: redactText };
const work = (runId: string) => workOnRun(runId, tools, new AbortController().signal, limits);

it("runs the version on the latest inputs, with the old answers beside the new ones", async () => {
  await log(
    project,
    says("one", { response_text: "old one", response_latency_ms: 700, cost_usd: 0.5 }),
    says("two"),
    {
      response_text: "nothing is known of its input",
    },
  );
  const run = await start(projectId, { count: 3 });
  expect(run).toMatchObject({
    ...{ state: "running", version: "v1", modelName: "small", startedBy: "Ada" },
    progress: { total: 3, waiting: 2, skipped: 1, answered: 0 },
  });
  await work(run.runId);
  const rows = await rowsOf(projectId, run.runId);
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
    project,
    says("LIMITED"),
    says("ALWAYS-LIMITED"),
    says("BROKEN"),
    says("MALFORMED"),
    says("SILENT"),
    says("CUT"),
    says("UNCOUNTED"),
  );
  const { runId } = await start(projectId);
  await work(runId);
  const rows = await rowsOf(projectId, runId);
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
  await log(project, says("mail to ada@example.com"));
  const { runId } = await start(projectId);
  const run = {
    settings,
    redact: async (id: string, text: string) =>
      redactText(id, text.startsWith("Echo") ? `${text}, cc bob@example.com` : text),
  };
  await workOnRun(runId, run, new AbortController().signal, limits);
  expect(await rowsOf(projectId, runId)).toMatchObject({
    i0: { text: "Echo: Say: mail to [EMAIL], cc [EMAIL]" },
  });
  await log(project, says("x", { interaction_id: "i9", created_at: "2026-10-02T10:00:00Z" }));
  const second = await start(projectId, { count: 1 });
  const fails = {
    settings,
    redact: async (_: string, text: string) => {
      if (text.startsWith("Echo")) throw new Error("took too long");
      return text;
    },
  };
  await workOnRun(second.runId, fails, new AbortController().signal, limits);
  expect(await rowsOf(projectId, second.runId)).toMatchObject({
    i9: { state: "failed", text: null, reason: expect.stringMatching(/could not be redacted/) },
  });
});

it("redacts what is sent by today's rules, and sends nothing that it cannot redact", async () => {
  await log(project, says("about Falcon"));
  const { runId } = await start(projectId);
  const redact = async (_: string, text: string) => text.replaceAll("Falcon", "[PROJECT]");
  await workOnRun(runId, { settings, redact }, new AbortController().signal, limits);
  expect(server.asked.map(({ last }) => last)).toEqual(["Say: about [PROJECT]"]);
  const second = await start(projectId);
  const fails = { settings, redact: () => Promise.reject(new Error("took too long")) };
  await workOnRun(second.runId, fails, new AbortController().signal, limits);
  expect(server.asked).toHaveLength(1);
  expect(await rowsOf(projectId, second.runId)).toMatchObject({
    i0: { state: "failed", reason: expect.stringMatching(/was not sent/) },
  });
});

it("asks a few at a time, also where two processes work on the run, and nothing twice", async () => {
  await log(project, ...Array.from({ length: 20 }, (_, index) => says(`number ${index}`)));
  const { runId } = await start(projectId);
  await Promise.all([work(runId), work(runId)]);
  expect(server.asked).toHaveLength(20);
  expect(new Set(server.asked.map(({ last }) => last)).size).toBe(20);
  expect(server.most()).toBeLessThanOrEqual(2 * limits.atOnce);
  expect(await readRun(projectId, runId)).toMatchObject({ state: "finished", progress: { answered: 20 } });
});

it("goes on after a process stopped in the middle, with what is missing", async () => {
  await log(project, says("ENDLESS"), says("two"), says("three"), says("four"));
  const { runId } = await start(projectId);
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
  await log(project, says("one"));
  const { runId } = await start(projectId);
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
  await log(project, ...Array.from({ length: 6 }, (_, index) => says(`ENDLESS ${index}`)));
  const { runId } = await start(projectId);
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

it("loses an input with the answer that it was logged for", async () => {
  await log(project, says("one"), says("two"));
  const { runId } = await start(projectId);
  await work(runId);
  await db().interaction.delete({ where: { projectId_interactionId: { projectId, interactionId: "i0" } } });
  expect(Object.keys(await rowsOf(projectId, runId))).toEqual(["i1"]);
  expect(await readRun(projectId, runId)).toMatchObject({ progress: { total: 1, answered: 1 } });
});
