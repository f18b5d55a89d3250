import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, copy, quote, send, statuses, thumb } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import {
  candidateKeySchema,
  countCandidates,
  judgePair,
  listShadows,
  nextPair,
  shadowQuerySchema,
  toCandidate,
} from "./index.ts";

testDatabase();

const logged = (id: string, more: object = {}) => ({
  ...{ type: "interaction", interaction_id: id, ...answer },
  ...more,
});
const shadow = (id: string, of: string, more: object = {}) => logged(id, { shadow_of: of, ...more });
const list = (projectId: string, query: object = {}) =>
  listShadows(projectId, shadowQuerySchema.parse(query));

describe("a shadow answer", () => {
  it("is stored with all that was logged, away from interactions, in any order with them", async () => {
    const project = await testProject();
    const { projectId } = project;
    const more = { prompt_template: "t", prompt_version: "v2", response_latency_ms: 300, cost_usd: 0.1 };
    const candidate = shadow("s", "a", {
      ...{ ...more, model_name: "small", input: "Mail ada@example.com", input_tokens: 2, output_tokens: 3 },
      ...{ user_id: "u", metadata: { k: 1 } },
    });
    const results = await send(serverOf(project), [candidate, logged("a"), candidate, shadow("t", "a")]);
    expect(results).toMatchObject([
      { status: 201, interaction_id: "s" },
      { status: 201, interaction_id: "a" },
      { status: 201, interaction_id: "s" },
      { status: 201, interaction_id: "t" },
    ]);
    expect(await db().interaction.count({ where: { projectId } })).toBe(1);
    const { data } = await list(projectId, { shadow_of: "a" });
    expect(data.map(({ shadowId }) => shadowId).sort()).toEqual(["s", "t"]);
    expect((await list(projectId, { model: "small" })).data).toMatchObject([
      {
        ...{ shadowId: "s", shadowOf: "a", modelName: "small", promptTemplate: "t", promptVersion: "v2" },
        ...{ responseText: "r", responseLatencyMs: 300, costUsd: 0.1, tokenCount: 5, inProgress: false },
        details: { input: "Mail [EMAIL]", metadata: { k: 1 }, user_hash: expect.not.stringMatching(/^u$/) },
      },
    ]);
    expect((await list(projectId, { limit: "1" })).nextCursor).not.toBeNull();
  });

  it("keeps its ID to itself, and is completed like an answer in progress", async () => {
    const project = await testProject();
    const sender = serverOf(project);
    const again = await send(sender, [logged("a"), shadow("a", "b"), shadow("s", "a"), shadow("s", "b")]);
    expect(statuses(again)).toEqual([201, 422, 201, 422]);
    expect(await send(sender, [shadow("x", "x")])).toMatchObject([
      { status: 400, errors: [{ path: "shadow_of" }] },
    ]);
    const begun = shadow("p", "a", { in_progress: true, response_text: "so" });
    const done = shadow("p", "a", { response_text: "so far" });
    expect(statuses(await send(sender, [begun]))).toEqual([201]);
    expect(statuses(await send(sender, [done]))).toEqual([201]);
    expect(statuses(await send(sender, [begun, done]))).toEqual([201, 201]);
    expect((await list(project.projectId)).data).toMatchObject([
      { shadowId: "p", responseText: "so far", inProgress: false },
      { shadowId: "s", shadowOf: "a" },
    ]);
  });

  it("is rated by nobody: whatever is said of it is refused with a clear word, and waits for nothing", async () => {
    const project = await testProject();
    const events = [
      ...[thumb("s", { user_id: "u" }), quote("s", { user_id: "u" }), copy("s", { user_id: "u" })],
      ...[{ type: "preference", preferred_id: "a", rejected_id: "s", user_id: "u" }],
    ];
    await send(serverOf(project), [logged("a"), shadow("s", "a")]);
    for (const result of await send(serverOf(project), [...events, thumb("s", { source: "reviewer" })]))
      expect(result).toMatchObject({
        status: 409,
        code: "shadow_answer",
        detail: expect.stringContaining("shown to nobody"),
      });
    expect(await send(browserOf(project, "s"), [thumb("s")])).toMatchObject([
      { status: 409, code: "shadow_answer" },
    ]);
    expect(await db().awaitedEvent.count({ where: { projectId: project.projectId } })).toBe(0);
    expect(statuses(await send(serverOf(project), [thumb("a", { user_id: "u" })]))).toEqual([201]);
  });
});

describe("candidates", () => {
  const key = candidateKeySchema.parse({ feature: "f", model: "small" });
  const facts = (response_latency_ms: number | undefined, cost_usd: number | undefined) => ({
    ...{ response_latency_ms, cost_usd },
  });

  async function planted() {
    const project = await testProject();
    await send(serverOf(project), [
      ...[logged("a", facts(100, 0.2)), logged("b", facts(300, undefined)), logged("c", facts(500, 0.4))],
      shadow("s1", "a", { model_name: "small", ...facts(50, 0.1), response_text: "own 1" }),
      shadow("s2", "b", { model_name: "small", ...facts(70, 0.5), response_text: "own 2" }),
      shadow("s3", "c", { model_name: "small", ...facts(undefined, 0.3), response_text: "own 3" }),
      shadow("s4", "gone", { model_name: "small", ...facts(9, 9) }),
      shadow("s5", "a", { model_name: "small", in_progress: true }),
      shadow("t1", "a", { model_name: "large" }),
    ]);
    return project;
  }
  const judge = (
    projectId: string,
    shadowId: string,
    reviewerId: string,
    better: "first" | "second" | "tie",
  ) => judgePair(projectId, { shadowId, reviewerId, better }, new Date());

  it("are compared on the same inputs, and a pair counts once whoever judged it", async () => {
    const { projectId } = await planted();
    for (const reviewer of ["ann", "bob", "cat"]) {
      // Two prefer the candidate, whichever side it is on for them.
      for (const shadowId of ["s1", "s2"]) {
        const { pair } = await nextPair(projectId, {
          reviewerId: `${reviewer}-${shadowId}`,
          candidate: key,
          since: new Date(0),
        });
        expect(pair?.shadowId).toBe("s3");
        const probe = await judge(projectId, shadowId, reviewer, "first");
        const wanted = reviewer === "cat" ? "shown" : "candidate";
        if (probe.verdict !== wanted)
          await db().shadowVerdict.updateMany({
            where: { projectId, shadowId, reviewerId: reviewer },
            data: { verdict: wanted },
          });
      }
    }
    await judge(projectId, "s3", "ann", "tie");
    const [small, large] = (await countCandidates(projectId, new Date(0))).map(toCandidate);
    expect(small).toMatchObject({
      ...{ modelName: "small", promptTemplate: "", answers: 4, pairs: 3 },
      ...{ timed: 2, latencyMs: 60, shownLatencyMs: 200, priced: 2 },
      ...{ preferred: 2, rejected: 0, ties: 1, share: { value: 1, n: 2 } },
    });
    expect(small?.costUsd).toBeCloseTo(0.2, 10);
    expect(small?.shownCostUsd).toBeCloseTo(0.3, 10);
    expect(large).toMatchObject({ modelName: "large", answers: 1, pairs: 1, timed: 0, latencyMs: null });
    expect(await countCandidates(projectId, new Date(Date.now() + 60_000))).toEqual([]);
  });

  it("are shown blind, in an order that stays, each pair once to a reviewer", async () => {
    const { projectId } = await planted();
    const asked = { reviewerId: "ann", candidate: key, since: new Date(0) };
    const before = await nextPair(projectId, asked);
    expect(before).toMatchObject({ left: 3, judged: 0, pair: { shadowId: "s3" } });
    expect(await nextPair(projectId, asked)).toEqual(before);
    expect([before.pair?.first, before.pair?.second].sort()).toEqual(["own 3", "r"]);
    const { verdict, first } = await judge(projectId, "s3", "ann", "first");
    expect(verdict).toBe(before.pair?.first === "own 3" ? "candidate" : "shown");
    expect(first).toBe(verdict);
    await expect(judge(projectId, "s3", "ann", "second")).rejects.toMatchObject({ code: "conflict" });
    await expect(judge(projectId, "s4", "ann", "first")).rejects.toMatchObject({ code: "not_found" });
    await expect(judge(projectId, "s5", "ann", "first")).rejects.toMatchObject({ code: "not_found" });
    expect(await nextPair(projectId, asked)).toMatchObject({ left: 2, judged: 1 });
    for (const id of ["s1", "s2"]) await judge(projectId, id, "ann", "tie");
    expect(await nextPair(projectId, asked)).toEqual({ pair: null, left: 0, judged: 3 });
    expect(await nextPair(projectId, { ...asked, reviewerId: "bob" })).toMatchObject({ left: 3 });
    const since = new Date(Date.now() + 60_000);
    expect(await nextPair(projectId, { ...asked, since, reviewerId: "bob" })).toMatchObject({
      pair: null,
      left: 0,
    });
  });
});
