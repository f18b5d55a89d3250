import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { readEdit, readShownInteraction } from "./page-store.ts";

testDatabase();

const at = "2026-11-20T09:00:00Z";
let projectId = "";
beforeAll(async () => {
  ({ projectId } = await testProject());
});

const show = async (id: string, whole: string | null = null) => {
  const shown = await readShownInteraction(projectId, id, whole);
  if (!shown) throw new Error(`there is no ${id}`);
  return shown;
};

describe("a small interaction", () => {
  it("is shown in full", async () => {
    const id = await writeAnswer(projectId, at, {
      input: "Why?",
      responseText: "Because.",
      retrievedContext: [
        "One",
        { text: "Two", id: "p2", source: "manual", score: 0.5, content_version: "v1" },
      ],
      toolCalls: [{ name: "search" }],
      citations: [],
      modelParams: {},
      metadata: { ticket: 1 },
    });
    await rateAnswer(projectId, {
      ...{ interactionId: id, ratingType: "correction", correctionText: "Because!", rater: "user:a" },
      ...{ feedbackComment: "Hm", metadata: { edit: { trigger: "submit" }, screen: "a" } },
    });
    const nothing = { id: null, source: null, score: null, contentVersion: null };
    expect(await show(id)).toMatchObject({
      input: { text: "Why?", length: 4, cut: false },
      prompt: null,
      response: { text: "Because.", length: 8, cut: false },
      passages: [
        { text: "One", length: 3, ...nothing },
        { text: "Two", length: 3, id: "p2", source: "manual", score: 0.5, contentVersion: "v1" },
      ],
      toolCalls: { text: expect.stringContaining('"name": "search"') },
      citations: null,
      modelParams: null,
      feedback: [
        {
          comment: { text: "Hm", length: 2 },
          correctionLength: 8,
          edit: { trigger: "submit" },
          more: '{"screen": "a"}',
        },
      ],
    });
  });

  it("also reports characters of two code units as cut", async () => {
    const id = await writeAnswer(projectId, at, { responseText: "👍".repeat(25_000) });
    expect((await show(id)).response).toEqual({ text: "👍".repeat(20_000), length: 25_000, cut: true });
  });

  it("is null if it does not exist or belongs to another project", async () => {
    expect(await readShownInteraction(projectId, "nobody", null)).toBeNull();
    const id = await writeAnswer(projectId, at);
    expect(await readShownInteraction((await testProject()).projectId, id, null)).toBeNull();
  });
});

describe("an interaction of several megabytes", () => {
  const long = "a word ".repeat(14_000);
  const ids = { interaction: "", feedback: "" };

  // Enlarged in the database: sending them one by one would take half a minute.
  beforeAll(async () => {
    const interactionId = await writeAnswer(projectId, at, {
      input: long,
      promptText: long,
      responseText: long,
    });
    ids.interaction = interactionId;
    ids.feedback = await rateAnswer(projectId, { interactionId, ratingType: "correction", rater: "user:0" });
    const others = Array.from({ length: 109 }, (_, index) => `user:${index + 1}`);
    const times = { createdAt: new Date(), updatedAt: new Date() };
    await db().feedback.createMany({
      data: others.map((rater) => ({
        ...{ projectId, interactionId, feedbackId: randomUUID(), rater, ratingType: "correction", ...times },
      })),
    });
    await db().annotation.createMany({
      data: others.map((rater) => ({
        ...{
          projectId,
          interactionId,
          annotationId: randomUUID(),
          rater,
          quoteExact: "",
          createdAt: new Date(),
        },
        fingerprint: new Uint8Array(32),
      })),
    });
    await db().$executeRaw`
      UPDATE interactions SET retrieved_context = to_jsonb(array_fill(${long}::text, ARRAY[100])),
        citations = to_jsonb(array_fill(${long}::text, ARRAY[20])), tool_calls = to_jsonb(array_fill(${long}::text, ARRAY[20]))
      WHERE project_id = ${projectId}::uuid AND interaction_id = ${interactionId}`;
    await db().$executeRaw`
      UPDATE feedback SET correction_text = ${long}, feedback_comment = ${long},
        metadata = jsonb_build_object('note', repeat('x', 16000))
      WHERE project_id = ${projectId}::uuid AND interaction_id = ${interactionId}`;
    await db().$executeRaw`
      UPDATE annotations SET quote_exact = ${long}, quote_prefix = ${long}, quote_suffix = ${long}, comment = ${long}
      WHERE project_id = ${projectId}::uuid AND interaction_id = ${interactionId}`;
  });

  it("takes at most half a megabyte on a page", async () => {
    const shown = await show(ids.interaction);
    expect(JSON.stringify(shown).length).toBeLessThan(500_000);
    expect(shown.feedback).toHaveLength(100);
    expect(shown.annotations).toHaveLength(100);
    expect(shown.response).toEqual({ text: long.slice(0, 20_000), length: long.length, cut: true });
  });

  it.each(["input", "prompt", "response"] as const)("returns its %s in full on request", async (name) => {
    const shown = await show(ids.interaction, name);
    expect(shown[name]?.text).toBe(long);
    expect(JSON.stringify(shown).length).toBeLessThan(650_000);
  });

  it("returns one passage, value or comment in full on request", async () => {
    const { passages } = await show(ids.interaction, "passage:3");
    expect(passages.map(({ text }) => text.length === long.length).indexOf(true)).toBe(2);
    const { toolCalls } = await show(ids.interaction, "tool_calls");
    expect(toolCalls?.text.length).toBe(200_000);
    const [first] = (await show(ids.interaction)).feedback;
    const { feedback } = await show(ids.interaction, `comment:${first?.feedbackId}`);
    expect(feedback.filter(({ comment }) => comment?.text === long)).toHaveLength(1);
  });

  it("returns a correction with its answer, both in full", async () => {
    expect(await readEdit(projectId, ids.feedback)).toEqual({ before: long, after: long });
    expect(await readEdit(projectId, "nobody")).toBeNull();
  });
});
