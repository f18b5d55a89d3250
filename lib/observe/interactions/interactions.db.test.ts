import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { collectMixed, logInteraction, logInteractions } from "../ingest/index.ts";
import { getInteraction, type InteractionBody, interactionBodySchema, listInteractions } from "./index.ts";

testDatabase();

const body = (overrides: Record<string, unknown> = {}): InteractionBody =>
  interactionBodySchema.parse({
    feature_name: "summary",
    response_text: "It says …",
    model_name: "m-1",
    ...overrides,
  });

const logAll = (project: TestProject, bodies: Record<string, unknown>[]) =>
  logInteractions(project, bodies.map(body));

describe("logging an interaction", () => {
  it("stores all of its fields, and the user only as a hash", async () => {
    const project = await testProject();
    const full = {
      interaction_id: "int_full",
      input: "What does it say?",
      prompt_text: "Summarise: …",
      prompt_template: "summarise",
      prompt_version: "v2",
      prompt_variables: { language: "de", article: "Write to ada@example.com.", terse: true, none: null },
      retrieved_context: ["plain", { id: "d1", text: "a passage", source: "wiki", score: 0.8 }],
      citations: ["[1]", { url: "https://example.com" }],
      model_params: { temperature: 0.2 },
      response_latency_ms: 812,
      input_tokens: 100,
      output_tokens: 50,
      token_count: 150,
      cost_usd: 0.0021,
      finish_reason: "stop",
      user_id: "user-1@example.com",
      session_id: "s-1",
      tenant: "acme",
      language: "de",
      segment: "trial",
      experiment: "e-1",
      variant: "b",
      metadata: { plan: { name: "pro" } },
      created_at: "2026-10-01T10:00:00Z",
    };
    const logged = await logInteraction(project, body(full));
    const stored = await getInteraction(project.projectId, "int_full");
    expect(logged).toMatchObject({ interactionId: "int_full", createdAt: new Date(full.created_at) });
    expect(stored).toMatchObject({
      featureName: "summary",
      input: full.input,
      promptText: full.prompt_text,
      promptTemplate: "summarise",
      promptVersion: "v2",
      promptVariables: { language: "de", article: "Write to [EMAIL].", terse: true },
      retrievedContext: full.retrieved_context,
      citations: full.citations,
      modelParams: full.model_params,
      responseLatencyMs: 812,
      tokenCount: 150,
      costUsd: 0.0021,
      finishReason: "stop",
      sessionId: "s-1",
      tenant: "acme",
      language: "de",
      segment: "trial",
      experiment: "e-1",
      variant: "b",
      metadata: full.metadata,
      feedback: [],
    });
    expect(stored?.userHash).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await db().interaction.findMany())).not.toContain("user-1@example.com");
  });

  it("gives a retry the original response and stores nothing twice", async () => {
    const project = await testProject();
    const sent = body({ interaction_id: "int_1", metadata: { a: 1 } });
    const answers = await Promise.all(Array.from({ length: 12 }, () => logInteraction(project, sent)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty("size", 1);
    expect(await db().interaction.count({ where: { projectId: project.projectId } })).toBe(1);
  });

  it("rejects different content with a known ID", async () => {
    const project = await testProject();
    await logInteraction(project, body({ interaction_id: "int_1" }));
    const again = logInteraction(project, body({ interaction_id: "int_1", response_text: "Something else" }));
    await expect(again).rejects.toMatchObject({ code: "id_reused", status: 422 });
  });

  it("keeps the same ID separate in two projects", async () => {
    const [one, two] = [await testProject(), await testProject()];
    await logInteraction(one, body({ interaction_id: "int_1", response_text: "One" }));
    await logInteraction(two, body({ interaction_id: "int_1", response_text: "Two" }));
    expect((await getInteraction(one.projectId, "int_1"))?.responseText).toBe("One");
    expect((await getInteraction(two.projectId, "int_1"))?.responseText).toBe("Two");
  });

  it("marks the answer's minute for recounting once it is stored", async () => {
    const project = await testProject();
    await logInteraction(project, body({ interaction_id: "a", created_at: "2026-10-01T10:59:59Z" }));
    await logInteraction(project, body({ interaction_id: "a", created_at: "2026-10-01T10:59:59Z" }));
    const marks = await db().metricMark.findMany({ where: { projectId: project.projectId } });
    expect(marks.map((mark) => mark.minute.toISOString())).toEqual(["2026-10-01T10:59:00.000Z"]);
  });
});

describe("one interaction", () => {
  const quote = { type: "annotation", interaction_id: "i", quote: { exact: "says" } };
  const signal = { type: "signal", interaction_id: "i", signal: "dwell", value: 2.5 };

  it("is returned with its own annotations and signals, earliest first", async () => {
    const [project, other] = [await testProject(), await testProject()];
    await logAll(project, [{ interaction_id: "i" }, { interaction_id: "other" }]);
    await logInteraction(other, body({ interaction_id: "i" }));
    await collectMixed(serverOf(project), [
      { ...quote, annotation_id: "a-2", created_at: "2026-10-02T00:00:00Z", user_id: "u-1" },
      { ...quote, annotation_id: "a-1", created_at: "2026-10-01T00:00:00Z", position: { start: 3, end: 7 } },
      { ...quote, interaction_id: "other" },
      { ...signal, signal_id: "s-2", occurred_at: "2026-10-02T00:00:00Z" },
      { ...signal, signal_id: "s-1", occurred_at: "2026-10-01T00:00:00Z", session_id: "s" },
      { ...signal, interaction_id: "other" },
    ]);
    const found = await getInteraction(project.projectId, "i");
    expect(found?.annotations).toMatchObject([
      { annotationId: "a-1", quoteExact: "says", positionStart: 3, positionEnd: 7, userHash: null },
      { annotationId: "a-2", positionStart: null, userHash: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
    expect(found?.signals).toMatchObject([
      { signalId: "s-1", signal: "dwell", value: 2.5, sessionId: "s" },
      { signalId: "s-2", sessionId: null },
    ]);
    expect(await getInteraction(other.projectId, "i")).toMatchObject({ annotations: [], signals: [] });
  });

  it("is returned with the first thousand of each", async () => {
    const project = await testProject();
    await logInteraction(project, body({ interaction_id: "i" }));
    const many = (event: object) => Array.from({ length: 501 }, () => event);
    for (const event of [quote, signal]) {
      await collectMixed(serverOf(project), many(event));
      await collectMixed(serverOf(project), many(event));
    }
    const found = await getInteraction(project.projectId, "i");
    expect([found?.annotations.length, found?.signals.length]).toEqual([1_000, 1_000]);
  });
});

describe("the list of interactions", () => {
  it("pages through everything once, newest first, even if many have the same time", async () => {
    const project = await testProject();
    const at = (index: number) => new Date(Date.UTC(2026, 9, 1, 0, 0, Math.floor(index / 4))).toISOString();
    await logAll(
      project,
      Array.from({ length: 23 }, (_, index) => ({
        ...{ feature_name: "f", response_text: "r", model_name: "m", interaction_id: `i-${index}` },
        created_at: at(index),
      })),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listInteractions(project.projectId, { limit: 5, cursor });
      seen.push(...page.data.map((line) => line.interactionId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(23);
    expect(seen).toHaveLength(23);
    expect(seen[0]).toMatch(/^i-2[0-2]$/);
  });

  it("pages through history before 2000, and only shows the beginning of long texts", async () => {
    const project = await testProject();
    const long = {
      ...{ feature_name: "f", model_name: "m" },
      input: "i".repeat(5_000),
      response_text: "r".repeat(5_000),
    };
    await logAll(
      project,
      ["a", "b", "c"].map((id) => ({ ...long, interaction_id: id, created_at: "1971-05-01T00:00:00Z" })),
    );
    const first = await listInteractions(project.projectId, { limit: 2 });
    const second = await listInteractions(project.projectId, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.data, ...second.data].map((line) => line.interactionId)).toEqual(["c", "b", "a"]);
    expect(first.data[0]).toMatchObject({
      inputExcerpt: `${"i".repeat(279)}…`,
      responseExcerpt: `${"r".repeat(279)}…`,
    });
  });

  it("rejects an invalid cursor", async () => {
    const project = await testProject();
    await expect(listInteractions(project.projectId, { cursor: "x" })).rejects.toBeInstanceOf(Problem);
  });
});
