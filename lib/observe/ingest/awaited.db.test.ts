import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { readCursor } from "#lib/platform/list-cursor.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, copy, quote, send, statuses, thumb } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { cleanUpCollection, listPending, logInteraction } from "./index.ts";

testDatabase();
afterEach(() => vi.unstubAllEnvs());

describe("an event that arrives before its interaction", () => {
  it("is kept, attached when the interaction arrives, and counted in its hour", async () => {
    const project = await testProject();
    const results = await send(serverOf(project), [
      thumb("later", { feedback_id: "f" }),
      quote("later", { annotation_id: "a" }),
      copy("later", { signal_id: "s" }),
    ]);
    expect(statuses(results)).toEqual([202, 202, 202]);
    expect(await listPending(project.projectId, { limit: 10 })).toMatchObject({
      counts: { waiting: 3, orphaned: 0 },
    });
    await logInteraction(project, {
      ...{ ...answer, interaction_id: "later" },
      created_at: new Date("2026-10-01T10:20:00Z"),
    } as never);
    const where = { projectId: project.projectId };
    expect((await listPending(project.projectId, { limit: 10 })).data).toEqual([]);
    expect(await db().feedback.findMany({ where })).toMatchObject([{ feedbackId: "f", ratingValue: 1 }]);
    expect(await db().annotation.count({ where })).toBe(1);
    expect(await db().signal.count({ where })).toBe(1);
    const marks = await db().metricMark.findMany({ where });
    expect(new Set(marks.map(({ minute }) => minute.toISOString()))).toEqual(
      new Set(["2026-10-01T10:20:00.000Z"]),
    );
    expect(statuses(await send(serverOf(project), [thumb("later", { feedback_id: "f" })]))).toEqual([201]);
  });

  it("is pending once, however often it is sent; different content with the same ID is rejected", async () => {
    const project = await testProject();
    const results = await send(serverOf(project), [
      thumb("later", { feedback_id: "f" }),
      thumb("later", { feedback_id: "f" }),
      thumb("later", { feedback_id: "f", rating_value: 0 }),
    ]);
    expect(results.map(({ status, code }) => code ?? status)).toEqual([202, 202, "id_reused"]);
    expect(await db().awaitedEvent.count({ where: { projectId: project.projectId } })).toBe(1);
  });

  it("keeps its ID: different content is rejected, even for an existing interaction", async () => {
    const project = await testProject();
    await logInteraction(project, { ...answer, interaction_id: "there" } as never);
    await send(serverOf(project), [copy("later", { signal_id: "s" }), thumb("later", { feedback_id: "f" })]);
    const results = await send(serverOf(project), [
      copy("there", { signal_id: "s" }),
      thumb("there", { feedback_id: "f" }),
    ]);
    expect(results.map(({ code }) => code)).toEqual(["id_reused", "id_reused"]);
    await logInteraction(project, { ...answer, interaction_id: "later" } as never);
    expect(await db().signal.findMany({ where: { projectId: project.projectId } })).toMatchObject([
      { signalId: "s", interactionId: "later" },
    ]);
  });

  it("is attached if its interaction comes inline with a rating", async () => {
    const project = await testProject();
    await send(serverOf(project), [copy("later")]);
    await send(serverOf(project), [thumb("later", answer)]);
    expect(await db().signal.count({ where: { projectId: project.projectId } })).toBe(1);
  });

  it("is attached in order of arrival, so that the last rating wins", async () => {
    const project = await testProject();
    for (const value of [1, 0, 1, 0]) {
      await send(serverOf(project), [thumb("later", { user_id: "u", rating_value: value })]);
    }
    await logInteraction(project, { ...answer, interaction_id: "later" } as never);
    expect(await db().feedback.findMany({ where: { projectId: project.projectId } })).toMatchObject([
      { ratingValue: 0 },
    ]);
  });

  it("is attached by the cleanup job if both were written without seeing each other", async () => {
    const project = await testProject();
    await send(serverOf(project), [thumb("later")]);
    await db().$executeRaw`INSERT INTO interactions
      (project_id, interaction_id, feature_name, model_name, response_text, created_at, received_at)
      VALUES (${project.projectId}::uuid, 'later', 'f', 'm', 'r', now(), now())`;
    await cleanUpCollection();
    expect(await db().feedback.count({ where: { projectId: project.projectId } })).toBe(1);
  });

  it("does not replace what its rater sent later", async () => {
    const project = await testProject();
    await send(serverOf(project), [thumb("later", { user_id: "u", rating_value: 1 })]);
    await db().$executeRaw`UPDATE awaited_events
      SET row = row || '{"created_at": "2026-01-01T00:00:00.000Z"}', received_at = '2026-01-01'
      WHERE project_id = ${project.projectId}::uuid`;
    await db().$executeRaw`INSERT INTO interactions
      (project_id, interaction_id, feature_name, model_name, response_text, created_at, received_at)
      VALUES (${project.projectId}::uuid, 'later', 'f', 'm', 'r', now(), now())`;
    await send(serverOf(project), [thumb("later", { user_id: "u", rating_value: 0 })]);
    await cleanUpCollection();
    const where = { projectId: project.projectId };
    expect(await db().feedback.findMany({ where })).toMatchObject([{ ratingValue: 0 }]);
    expect(await db().awaitedEvent.count({ where })).toBe(0);
  });

  it("fails neither its interaction nor other events if it cannot be attached", async () => {
    vi.stubEnv("LOG_LEVEL", "silent");
    const project = await testProject();
    await send(serverOf(project), [thumb("bad"), thumb("good")]);
    await db().$executeRaw`UPDATE awaited_events SET row = row || '{"rating_value": 99999}'
      WHERE project_id = ${project.projectId}::uuid AND interaction_id = 'bad'`;
    const logged = await send(serverOf(project), [{ type: "interaction", ...answer, interaction_id: "bad" }]);
    expect(statuses(logged)).toEqual([201]);
    await db().$executeRaw`INSERT INTO interactions
      (project_id, interaction_id, feature_name, model_name, response_text, created_at, received_at)
      VALUES (${project.projectId}::uuid, 'good', 'f', 'm', 'r', now(), now())`;
    await cleanUpCollection();
    const where = { projectId: project.projectId };
    expect(await db().feedback.findMany({ where })).toMatchObject([{ interactionId: "good" }]);
    expect(await db().awaitedEvent.count({ where })).toBe(1);
    await db().awaitedEvent.deleteMany({ where });
  });

  it("is listed with shortened texts for a page, and in full for the API", async () => {
    const project = await testProject();
    const feedback_comment = "Where is it? ".repeat(1_000);
    await send(serverOf(project), [
      thumb("never", { feedback_comment, metadata: { note: "x".repeat(5_000) } }),
    ]);
    const eventOf = async (excerpts: boolean) =>
      (await listPending(project.projectId, { limit: 10, excerpts })).data[0]?.event;
    expect(await eventOf(false)).toMatchObject({ feedback_comment, rating_value: 1 });
    const excerpt = await eventOf(true);
    expect(excerpt).toMatchObject({ feedback_comment: feedback_comment.slice(0, 600) });
    expect(JSON.stringify(excerpt).length).toBeLessThan(1_500);
  });

  it("can move to the next page of the API if texts are long, but not on a page", async () => {
    const project = await testProject();
    const feedback_comment = "a word ".repeat(14_000);
    const thumbs = Array.from({ length: 15 }, (_, index) => thumb(`never-${index}`, { feedback_comment }));
    await send(serverOf(project), thumbs);
    const first = await listPending(project.projectId, { limit: 50 });
    const cursor = readCursor(first.nextCursor ?? "") ?? undefined;
    const rest = await listPending(project.projectId, { limit: 50, cursor });
    expect([first.data.length, rest.data.length, rest.nextCursor]).toEqual([11, 4, null]);
    const shown = await listPending(project.projectId, { limit: 50, excerpts: true });
    expect([shown.data.length, shown.nextCursor]).toEqual([15, null]);
  });

  it("is listed as orphaned after a day, and still attached later", async () => {
    const project = await testProject();
    await send(serverOf(project), [thumb("never"), thumb("late", { feedback_comment: "Where is it?" })]);
    await db().$executeRaw`UPDATE awaited_events SET received_at = received_at - interval '25 hours'
      WHERE project_id = ${project.projectId}::uuid`;
    await send(serverOf(project), [copy("soon")]);
    const orphaned = await listPending(project.projectId, { state: "orphaned", limit: 1 });
    expect(orphaned).toMatchObject({ counts: { waiting: 1, orphaned: 2 }, nextCursor: expect.any(String) });
    const waiting = await listPending(project.projectId, { state: "waiting", limit: 10 });
    expect(waiting.data).toMatchObject([
      { type: "signal", interactionId: "soon", event: { signal: "copy" } },
    ]);
    await logInteraction(project, { ...answer, interaction_id: "late" } as never);
    expect(await listPending(project.projectId, { limit: 10 })).toMatchObject({
      counts: { waiting: 1, orphaned: 1 },
    });
  });
});
