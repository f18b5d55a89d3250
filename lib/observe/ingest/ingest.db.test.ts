import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client";
import type { Sender } from "#lib/platform/route/index";
import { testDatabase } from "#tests/database";
import { testProject } from "#tests/project";
import { browserOf, serverOf } from "#tests/sender";
import { collect, collectMixed, listAwaited, logInteraction, tendCollection } from "./index.ts";

testDatabase();

const answer = { feature_name: "f", response_text: "r", model_name: "m" };
const thumb = (id: string, more: object = {}) => ({
  ...{ type: "feedback", interaction_id: id, rating_type: "binary", rating_value: 1 },
  ...more,
});
const quote = (id: string, more: object = {}) => ({
  ...{ type: "annotation", interaction_id: id, quote: { exact: "wrong" }, comment: "It is not." },
  ...more,
});
const copy = (id: string, more: object = {}) => ({
  type: "signal",
  interaction_id: id,
  signal: "copy",
  ...more,
});

interface Result {
  type: string;
  status: number;
  code?: string;
  [field: string]: unknown;
}
const send = async (sender: Sender, events: unknown[]): Promise<Result[]> => {
  const { body } = await collectMixed(sender, events);
  return (body as unknown as { results: Result[] }).results;
};
const statuses = (results: readonly Result[]) => results.map(({ status }) => status);

describe("a batch", () => {
  it("gives each interaction a result of its own, in order", async () => {
    const project = await testProject();
    const { body, status } = await collect(serverOf(project), "interaction", {
      many: [
        { ...answer, interaction_id: "a" },
        { feature_name: "f", model_name: "m", surprise: 1 },
        { ...answer, interaction_id: "b" },
        { ...answer, interaction_id: "a" },
        { ...answer, interaction_id: "b", response_text: "other" },
        "not an object",
      ],
    });
    const { results } = body as unknown as { results: Result[] };
    expect(status).toBe(207);
    expect(statuses(results)).toEqual([201, 400, 201, 201, 422, 400]);
    expect(results[1]).toMatchObject({ errors: [{ path: "response_text" }, { path: "surprise" }] });
    expect(await db().interaction.count({ where: { projectId: project.projectId } })).toBe(2);
  });

  it("takes events of every type, also on an interaction that comes with them or later in the batch", async () => {
    const project = await testProject();
    const events = [
      thumb("i", { feedback_id: "f-1" }),
      { type: "interaction", ...answer, interaction_id: "i" },
      quote("i", { annotation_id: "a-1", position: { start: 3, end: 8 } }),
      copy("i", { signal_id: "s-1" }),
      { type: "applause" },
      copy("i", { signal: "clap" }),
    ];
    const results = await send(serverOf(project), events);
    expect(statuses(results)).toEqual([201, 201, 201, 201, 400, 400]);
    expect(results.map(({ type }) => type)).toEqual([
      ...["feedback", "interaction", "annotation", "signal", "applause", "signal"],
    ]);
    const again = await send(serverOf(project), events);
    expect(again.slice(0, 4)).toEqual([
      { ...results[0], message: "Feedback was stored before." },
      ...results.slice(1, 4),
    ]);
    const where = { projectId: project.projectId };
    expect(await db().annotation.findMany({ where })).toMatchObject([
      { annotationId: "a-1", quoteExact: "wrong", positionStart: 3, positionEnd: 8 },
    ]);
    expect(await db().signal.count({ where })).toBe(1);
  });

  it("refuses an annotation or a signal under the id of another", async () => {
    const project = await testProject();
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const results = await send(serverOf(project), [
      quote("i", { annotation_id: "a" }),
      quote("i", { annotation_id: "a", comment: "Other" }),
      copy("i", { signal_id: "s" }),
      copy("i", { signal_id: "s", signal: "dwell", value: 2 }),
    ]);
    expect(results.map(({ code }) => code)).toEqual([undefined, "id_reused", undefined, "id_reused"]);
  });

  it("of many requests at once stores each event once", async () => {
    const project = await testProject();
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const batches = Array.from({ length: 12 }, (_, index) => [
      { type: "interaction", ...answer, interaction_id: `x-${index % 3}` },
      thumb("i", { user_id: `u-${index % 3}`, feedback_id: `f-${index % 3}` }),
      quote("i", { annotation_id: `a-${index % 3}` }),
      copy("i", { signal_id: `s-${index % 3}` }),
    ]);
    const results = await Promise.all(batches.map((events) => send(serverOf(project), events)));
    expect(new Set(results.flatMap(statuses))).toEqual(new Set([201]));
    const where = { projectId: project.projectId };
    expect(
      await Promise.all([
        db().interaction.count({ where }),
        db().feedback.count({ where }),
        db().annotation.count({ where }),
        db().signal.count({ where }),
      ]),
    ).toEqual([4, 3, 3, 3]);
  });
});

describe("a publishable key", () => {
  it("needs each interaction's token, and logs no interactions", async () => {
    const project = await testProject();
    for (const id of ["i", "j"]) await logInteraction(project, { ...answer, interaction_id: id } as never);
    const { feedbackToken: tokenOfJ } = browserOf(project, "j");
    const results = await send(browserOf(project, "i"), [
      thumb("i"),
      thumb("j"),
      thumb("j", { feedback_token: tokenOfJ }),
      quote("j"),
      copy("j"),
      { type: "interaction", ...answer },
    ]);
    expect(results.map(({ status, code }) => code ?? status)).toEqual([
      ...[201, "token_for_other_interaction", 201],
      ...["token_for_other_interaction", "token_for_other_interaction", "key_kind_not_allowed"],
    ]);
  });

  it("may write so much a minute from one address, told how much is left and when to come again", async () => {
    const project = { ...(await testProject()), writesPerMinute: 5 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const sender = browserOf(project, "i");
    const first = await collectMixed(sender, [copy("i"), copy("i"), copy("i")]);
    expect(first.headers).toMatchObject({
      "ratelimit-limit": "5",
      "ratelimit-policy": "5;w=60",
      "ratelimit-remaining": "2",
    });
    const results = await send(sender, [copy("i"), copy("i"), copy("i")]);
    expect(statuses(results)).toEqual([201, 201, 429]);
    expect(results[2]).toMatchObject({ code: "too_many_writes", retry_after: expect.any(Number) });
    await expect(collectMixed(sender, [copy("i")])).rejects.toMatchObject({
      code: "too_many_writes",
      extras: { headers: { "ratelimit-remaining": "0" }, retryAfterSeconds: expect.any(Number) },
    });
    expect(statuses(await send({ ...sender, address: "192.0.2.2" }, [copy("i")]))).toEqual([201]);
    expect(statuses(await send(serverOf(project), [copy("i")])), "nobody limits a secret key").toEqual([201]);
  });

  it("may write again when its minute is over", async () => {
    const project = { ...(await testProject()), writesPerMinute: 1 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const sender = browserOf(project, "i");
    await send(sender, [copy("i")]);
    await expect(send(sender, [copy("i")])).rejects.toMatchObject({ code: "too_many_writes" });
    await db().$executeRaw`UPDATE write_allowances SET window_start = window_start - interval '1 minute'
      WHERE project_id = ${project.projectId}::uuid`;
    expect(statuses(await send(sender, [copy("i")]))).toEqual([201]);
  });

  it("has one count, however many requests come at once", async () => {
    const project = { ...(await testProject()), writesPerMinute: 10 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 25 }, () => collectMixed(browserOf(project, "i"), [copy("i")])),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });
});

describe("an event that comes before its interaction", () => {
  it("is kept, joined when it arrives, and counted in its hour", async () => {
    const project = await testProject();
    const results = await send(serverOf(project), [
      thumb("later", { feedback_id: "f" }),
      quote("later", { annotation_id: "a" }),
      copy("later", { signal_id: "s" }),
    ]);
    expect(statuses(results)).toEqual([202, 202, 202]);
    expect(await listAwaited(project.projectId, { limit: 10 })).toMatchObject({
      counts: { waiting: 3, orphaned: 0 },
    });
    await logInteraction(project, {
      ...{ ...answer, interaction_id: "later" },
      created_at: new Date("2026-10-01T10:20:00Z"),
    } as never);
    const where = { projectId: project.projectId };
    expect((await listAwaited(project.projectId, { limit: 10 })).data).toEqual([]);
    expect(await db().feedback.findMany({ where })).toMatchObject([{ feedbackId: "f", ratingValue: 1 }]);
    expect(await db().annotation.count({ where })).toBe(1);
    expect(await db().signal.count({ where })).toBe(1);
    const marks = await db().metricMark.findMany({ where });
    expect(new Set(marks.map(({ hour }) => hour.toISOString()))).toEqual(
      new Set(["2026-10-01T10:00:00.000Z"]),
    );
    expect(statuses(await send(serverOf(project), [thumb("later", { feedback_id: "f" })]))).toEqual([201]);
  });

  it("waits once, however often it is sent, and is refused with other content under its id", async () => {
    const project = await testProject();
    const results = await send(serverOf(project), [
      thumb("later", { feedback_id: "f" }),
      thumb("later", { feedback_id: "f" }),
      thumb("later", { feedback_id: "f", rating_value: 0 }),
    ]);
    expect(results.map(({ status, code }) => code ?? status)).toEqual([202, 202, "id_reused"]);
    expect(await db().awaitedEvent.count({ where: { projectId: project.projectId } })).toBe(1);
  });

  it("joins in the order of arrival, so that the last rating stands", async () => {
    const project = await testProject();
    for (const value of [1, 0, 1, 0]) {
      await send(serverOf(project), [thumb("later", { user_id: "u", rating_value: value })]);
    }
    await logInteraction(project, { ...answer, interaction_id: "later" } as never);
    expect(await db().feedback.findMany({ where: { projectId: project.projectId } })).toMatchObject([
      { ratingValue: 0 },
    ]);
  });

  it("is joined by the minutely round where the two were written without seeing each other", async () => {
    const project = await testProject();
    await send(serverOf(project), [thumb("later")]);
    await db().$executeRaw`INSERT INTO interactions
      (project_id, interaction_id, feature_name, model_name, response_text, created_at, received_at)
      VALUES (${project.projectId}::uuid, 'later', 'f', 'm', 'r', now(), now())`;
    await tendCollection();
    expect(await db().feedback.count({ where: { projectId: project.projectId } })).toBe(1);
  });

  it("is listed as orphaned after a day, and joined even then", async () => {
    const project = await testProject();
    await send(serverOf(project), [thumb("never"), thumb("late", { feedback_comment: "Where is it?" })]);
    await db().$executeRaw`UPDATE awaited_events SET received_at = received_at - interval '25 hours'
      WHERE project_id = ${project.projectId}::uuid`;
    await send(serverOf(project), [copy("soon")]);
    const orphaned = await listAwaited(project.projectId, { state: "orphaned", limit: 1 });
    expect(orphaned).toMatchObject({ counts: { waiting: 1, orphaned: 2 }, nextCursor: expect.any(String) });
    const waiting = await listAwaited(project.projectId, { state: "waiting", limit: 10 });
    expect(waiting.data).toMatchObject([
      { type: "signal", interactionId: "soon", event: { signal: "copy" } },
    ]);
    await logInteraction(project, { ...answer, interaction_id: "late" } as never);
    expect(await listAwaited(project.projectId, { limit: 10 })).toMatchObject({
      counts: { waiting: 1, orphaned: 1 },
    });
  });
});

describe("an Idempotency-Key", () => {
  const keyed = (project: Awaited<ReturnType<typeof testProject>>, key: string) =>
    serverOf(project, { idempotencyKey: key });

  it("brings the first answer again, and stores once what has no id of its own", async () => {
    const project = await testProject();
    const events = [{ type: "interaction", ...answer }, copy("nowhere")];
    const first = await collectMixed(keyed(project, "k-1"), events);
    const second = await collectMixed(keyed(project, "k-1"), events);
    expect({ ...second, headers: undefined }).toEqual({ ...first, headers: undefined });
    expect(await db().interaction.count({ where: { projectId: project.projectId } })).toBe(1);
    await collectMixed(keyed(project, "k-2"), events);
    expect(await db().interaction.count({ where: { projectId: project.projectId } })).toBe(2);
  });

  it("is refused with another body, and stands alone in each project", async () => {
    const [one, two] = [await testProject(), await testProject()];
    await collectMixed(keyed(one, "k"), [{ type: "interaction", ...answer }]);
    const other = [{ type: "interaction", ...answer, response_text: "other" }];
    await expect(collectMixed(keyed(one, "k"), other)).rejects.toMatchObject({
      code: "idempotency_key_reused",
      status: 422,
    });
    expect((await collectMixed(keyed(two, "k"), other)).status).toBe(201);
  });

  it("lets one of many at once through; the others hear that it is under way, or its answer", async () => {
    const project = await testProject();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 16 }, () =>
        collectMixed(keyed(project, "k"), [{ type: "interaction", ...answer }]),
      ),
    );
    for (const outcome of outcomes) {
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ code: "request_under_way", status: 409 });
    }
    expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await db().interaction.count({ where: { projectId: project.projectId } })).toBe(1);
  });

  it("is free again when its request was refused", async () => {
    const project = await testProject();
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const reused = { one: { ...answer, interaction_id: "i", response_text: "other" } as never };
    await expect(collect(keyed(project, "k"), "interaction", reused)).rejects.toMatchObject({
      code: "id_reused",
    });
    const good = { one: { ...answer, interaction_id: "j" } as never };
    expect((await collect(keyed(project, "k"), "interaction", good)).status).toBe(201);
  });

  it("is taken over when the process that held it is gone", async () => {
    const project = await testProject();
    const events = [{ type: "interaction", ...answer }];
    await collectMixed(keyed(project, "k"), events);
    await db().$executeRaw`UPDATE idempotency_keys SET status = NULL, body = NULL
      WHERE project_id = ${project.projectId}::uuid`;
    await expect(collectMixed(keyed(project, "k"), events)).rejects.toMatchObject({
      code: "request_under_way",
    });
    await db().$executeRaw`UPDATE idempotency_keys SET claimed_at = claimed_at - interval '1 minute'
      WHERE project_id = ${project.projectId}::uuid`;
    expect((await collectMixed(keyed(project, "k"), events)).status).toBe(201);
  });

  it("must be a plain text of up to 255 characters", async () => {
    const project = await testProject();
    for (const key of ["", "a b", "ü", "x".repeat(256)]) {
      await expect(collectMixed(keyed(project, key), [copy("i")])).rejects.toMatchObject({
        code: "invalid_header",
      });
    }
  });
});
