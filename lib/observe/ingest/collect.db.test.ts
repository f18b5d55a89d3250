import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, copy, quote, type Result, send, statuses, thumb } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { collect, collectMixed, logInteraction, withdraw } from "./index.ts";

testDatabase();

it("counts invalid events of a publishable key as writes and as bytes, whether alone or in a batch", async () => {
  const made = await testProject();
  // Up to an eighth of the limit is not counted in the database right away.
  const quotas = { ...made.quotas, addressKilobytes: 8 };
  const project = { ...made, writesPerMinute: 3, quotas };
  const sender = { ...browserOf(project, "i"), bodyBytes: 1_000 };
  const codes: unknown[] = [];
  for (const body of [
    { one: { surprise: 1 } },
    { many: [{}] },
    { one: "no object" },
    { one: { surprise: 1 } },
  ])
    codes.push(
      await collect(sender, "annotation", body).then(
        ({ status }) => status,
        ({ code }) => code,
      ),
    );
  expect(codes).toEqual(["invalid_body", 207, "invalid_body", "too_many_writes"]);
  const charged = await db().writeAllowance.findMany({
    where: { projectId: project.projectId, budget: "bytes" },
  });
  expect(charged).toMatchObject([{ used: 4_000 }]);
});

describe("a batch", () => {
  it("returns a result for each interaction, in order", async () => {
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

  it("accepts events of every type, including on an interaction later in the batch", async () => {
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
      { ...results[0], message: "Feedback already accepted." },
      ...results.slice(1, 4),
    ]);
    const where = { projectId: project.projectId };
    expect(await db().annotation.findMany({ where })).toMatchObject([
      { annotationId: "a-1", quoteExact: "wrong", positionStart: 3, positionEnd: 8 },
    ]);
    expect(await db().signal.count({ where })).toBe(1);
  });

  it("limits a dwell time of years to a day, and a negative one to zero", async () => {
    const project = await testProject();
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const dwell = (signal_id: string, value: number) => copy("i", { signal_id, signal: "dwell", value });
    await send(serverOf(project), [dwell("a", 1e300), dwell("b", -1), dwell("c", 12.5)]);
    const where = { projectId: project.projectId };
    const stored = await db().signal.findMany({ where, orderBy: { signalId: "asc" } });
    expect(stored.map(({ value }) => value)).toEqual([86_400, 0, 12.5]);
  });

  it("rejects an annotation or a signal with another one's ID", async () => {
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

  it("does not store an inline interaction whose rating is rejected, but all others", async () => {
    const project = await testProject();
    await send(serverOf(project), [thumb("i", { ...answer, feedback_id: "f" })]);
    const results = await send(serverOf(project), [
      thumb("j", { ...answer, feedback_id: "f" }),
      thumb("k", { ...answer, feedback_id: "g" }),
      copy("j"),
      copy("k"),
    ]);
    expect(statuses(results)).toEqual([422, 201, 202, 201]);
    const stored = await db().interaction.findMany({ where: { projectId: project.projectId } });
    expect(stored.map(({ interactionId }) => interactionId).sort()).toEqual(["i", "k"]);
  });

  it("is rejected if the key's project was deleted, without failing others", async () => {
    const [gone, there] = [await testProject(), await testProject()];
    await db().project.delete({ where: { projectId: gone.projectId } });
    const log = (project: typeof gone) => send(serverOf(project), [{ type: "interaction", ...answer }]);
    const outcomes = await Promise.allSettled([log(there), log(gone), log(there), log(gone), log(there)]);
    expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual([true, false, true, false, true]);
    expect(outcomes[1]).toMatchObject({ reason: { code: "credentials_invalid" } });
  });

  it("in many requests at once stores each event once", async () => {
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
  it("needs each interaction's token, and cannot log interactions", async () => {
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

  it("has a write limit per minute and address, and is told what remains and when to retry", async () => {
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

  it("has a separate budget for feedback, which signals do not use up", async () => {
    const project = { ...(await testProject()), writesPerMinute: 5 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const sender = browserOf(project, "i");
    const dwell = Array.from({ length: 8 }, () => copy("i", { signal: "dwell", value: 1 }));
    const first = await collectMixed(sender, dwell);
    expect(first.headers).toMatchObject({ "ratelimit-budget": "signals", "ratelimit-remaining": "0" });
    const said = await collectMixed(sender, [...dwell, thumb("i"), quote("i")]);
    expect(said.headers).toMatchObject({ "ratelimit-budget": "feedback", "ratelimit-remaining": "3" });
    const { results } = said.body as unknown as { results: Result[] };
    expect(statuses(results)).toEqual([...Array(8).fill(429), 201, 201]);
    expect(results[0]?.detail).toContain("5 signals per minute");
  });

  it("can still send signals when its feedback budget is used up", async () => {
    const project = { ...(await testProject()), writesPerMinute: 2 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const sender = browserOf(project, "i");
    const results = await send(sender, [copy("i"), quote("i"), quote("i"), quote("i"), copy("i")]);
    expect(statuses(results)).toEqual([201, 201, 201, 429, 201]);
    expect(results[3]?.detail).toContain("2 ratings and annotations per minute");
    await expect(collectMixed(sender, [quote("i"), copy("i")])).rejects.toMatchObject({
      extras: { headers: { "ratelimit-budget": "feedback" } },
    });
  });

  it("with an Idempotency-Key has its request accepted as a whole or not at all, for both budgets", async () => {
    const project = { ...(await testProject()), writesPerMinute: 2 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const sender = browserOf(project, "i", { idempotencyKey: "k" });
    const whole = collectMixed(sender, [thumb("i"), copy("i"), copy("i"), copy("i")]);
    await expect(whole).rejects.toMatchObject({ code: "too_many_writes" });
    expect(await db().feedback.count({ where: { projectId: project.projectId } })).toBe(0);
  });

  it("can write again after a minute", async () => {
    const project = { ...(await testProject()), writesPerMinute: 1 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const sender = browserOf(project, "i");
    await send(sender, [copy("i")]);
    await expect(send(sender, [copy("i")])).rejects.toMatchObject({ code: "too_many_writes" });
    await db().$executeRaw`UPDATE write_allowances SET window_start = window_start - interval '1 minute'
      WHERE project_id = ${project.projectId}::uuid`;
    expect(statuses(await send(sender, [copy("i")]))).toEqual([201]);
  });

  it("is charged for requests with only invalid events, and for retries", async () => {
    const project = { ...(await testProject()), writesPerMinute: 4 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const sender = browserOf(project, "i", { idempotencyKey: "k" });
    const left = async (events: unknown[]) =>
      (await collectMixed(sender, events)).headers?.["ratelimit-remaining"];
    expect(await left([copy("i")])).toBe("3");
    expect(await left([copy("i")])).toBe("2");
    expect(await left([{ type: "applause" }, { type: "boo" }])).toBe("0");
    await expect(collectMixed(sender, [copy("i")])).rejects.toMatchObject({ code: "too_many_writes" });
    await expect(collectMixed(sender, [{}])).rejects.toMatchObject({ code: "too_many_writes" });
  });

  it("does not have events beyond its limit checked", async () => {
    const project = { ...(await testProject()), writesPerMinute: 1 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const results = await send(browserOf(project, "i"), [copy("i"), { type: "applause" }]);
    expect(statuses(results)).toEqual([201, 429]);
  });

  it("is charged for withdrawing a rating", async () => {
    const project = { ...(await testProject()), writesPerMinute: 2 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const sender = browserOf(project, "i");
    await send(sender, [thumb("i", { feedback_id: "f" })]);
    expect(await withdraw(sender, "feedback", "f")).toMatchObject({ "ratelimit-remaining": "0" });
    await expect(withdraw(sender, "feedback", "f")).rejects.toMatchObject({ code: "too_many_writes" });
    await expect(withdraw(serverOf(project), "feedback", "f")).rejects.toMatchObject({ code: "not_found" });
  });

  it("has one count, however many requests arrive at once", async () => {
    const project = { ...(await testProject()), writesPerMinute: 10 };
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 25 }, () => collectMixed(browserOf(project, "i"), [copy("i")])),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });
});
