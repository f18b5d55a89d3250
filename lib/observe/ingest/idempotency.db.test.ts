import { describe, expect, it } from "vitest";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, copy, thumb } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { collect, collectMixed, logInteraction } from "./index.ts";

testDatabase();

describe("an Idempotency-Key", () => {
  const keyed = (project: Awaited<ReturnType<typeof testProject>>, key: string) =>
    serverOf(project, { idempotencyKey: key });

  it("returns the first response again, and stores events without IDs once", async () => {
    const project = await testProject();
    const events = [{ type: "interaction", ...answer }, copy("nowhere")];
    const first = await collectMixed(keyed(project, "k-1"), events);
    const second = await collectMixed(keyed(project, "k-1"), events);
    expect({ ...second, headers: undefined }).toEqual({ ...first, headers: undefined });
    expect(await db().interaction.count({ where: { projectId: project.projectId } })).toBe(1);
    await collectMixed(keyed(project, "k-2"), events);
    expect(await db().interaction.count({ where: { projectId: project.projectId } })).toBe(2);
  });

  it("is rejected with a different body, and separate for each project", async () => {
    const [one, two] = [await testProject(), await testProject()];
    await collectMixed(keyed(one, "k"), [{ type: "interaction", ...answer }]);
    const other = [{ type: "interaction", ...answer, response_text: "other" }];
    await expect(collectMixed(keyed(one, "k"), other)).rejects.toMatchObject({
      code: "idempotency_key_reused",
      status: 422,
    });
    expect((await collectMixed(keyed(two, "k"), other)).status).toBe(201);
  });

  it("lets one of many concurrent requests through; the others are told to retry, or get its response", async () => {
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

  it("can be used again after its request was rejected", async () => {
    const project = await testProject();
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const reused = { one: { ...answer, interaction_id: "i", response_text: "other" } as never };
    await expect(collect(keyed(project, "k"), "interaction", reused)).rejects.toMatchObject({
      code: "id_reused",
    });
    const good = { one: { ...answer, interaction_id: "j" } as never };
    expect((await collect(keyed(project, "k"), "interaction", good)).status).toBe(201);
  });

  it.each([
    ["a minute ago", "- interval '1 minute'"],
    ["by a clock that was ahead", "+ interval '2 hours'"],
  ])("is taken over when the process that claimed it %s is gone", async (_, moved) => {
    const project = await testProject();
    const events = [{ type: "interaction", ...answer }];
    await collectMixed(keyed(project, "k"), events);
    await db().$executeRaw`UPDATE idempotency_keys SET status = NULL, body = NULL
      WHERE project_id = ${project.projectId}::uuid`;
    await expect(collectMixed(keyed(project, "k"), events)).rejects.toMatchObject({
      code: "request_under_way",
    });
    await db().$executeRaw`UPDATE idempotency_keys SET claimed_at = claimed_at ${Prisma.raw(moved)}
      WHERE project_id = ${project.projectId}::uuid`;
    expect((await collectMixed(keyed(project, "k"), events)).status).toBe(201);
  });

  it("of a browser is not that of a server, whose responses it cannot see", async () => {
    const project = await testProject();
    await logInteraction(project, { ...answer, interaction_id: "i" } as never);
    const events = [{ type: "interaction", ...answer }, copy("i")];
    const browser = browserOf(project, "i", { idempotencyKey: "k" });
    const theirs = await collectMixed(browser, events);
    const ours = await collectMixed(keyed(project, "k"), events);
    expect(theirs.body.results).toMatchObject([{ code: "key_kind_not_allowed" }, { status: 201 }]);
    expect(ours.body.results).toMatchObject([{ feedback_token: expect.any(String) }, { status: 201 }]);
    expect((await collectMixed(browser, events)).body).toEqual(theirs.body);
  });

  it("of one visitor of a page is not that of another, whatever both send", async () => {
    const project = await testProject();
    for (const interaction_id of ["i", "j"])
      await logInteraction(project, { ...answer, interaction_id } as never);
    const visit = (id: string, deviceId: string) => {
      // A page has one token, however often it sends.
      const page = browserOf(project, id, { idempotencyKey: "k", deviceId });
      return () => collectMixed(page, [thumb(id)]);
    };
    const again = visit("j", "ann");
    const statuses = [await visit("i", "mallory")(), await visit("i", "ann")(), await again()];
    expect(statuses.map(({ body }) => body.results)).toMatchObject([
      [{ status: 201 }],
      [{ status: 201 }],
      [{ status: 201 }],
    ]);
    expect(await db().feedback.count({ where: { projectId: project.projectId } })).toBe(3);
    expect((await again()).body).toEqual(statuses[2]?.body);
  });

  it("stores no response to a request that stored nothing", async () => {
    const project = await testProject();
    const where = { projectId: project.projectId };
    const { status } = await collectMixed(keyed(project, "k"), [{ type: "applause" }, copy("")]);
    expect(status).toBe(207);
    expect(await db().idempotencyKey.count({ where })).toBe(0);
    const browser = browserOf(project, "i", { idempotencyKey: "k" });
    await collectMixed(browser, [copy("of another")]);
    expect(await db().idempotencyKey.count({ where })).toBe(0);
  });

  it("stores no response that says to retry: a request beyond the limit is rejected as a whole", async () => {
    const project = { ...(await testProject()), writesPerMinute: 2 };
    await collectMixed(serverOf(project), [{ type: "interaction", ...answer, interaction_id: "i" }]);
    const browser = browserOf(project, "i", { idempotencyKey: "k" });
    await expect(collectMixed(browser, [copy("i"), copy("i"), copy("i")])).rejects.toMatchObject({
      code: "too_many_writes",
    });
    expect(await db().signal.count({ where: { projectId: project.projectId } })).toBe(0);
  });

  it("stores responses redacted, since errors can quote an event", async () => {
    const project = await testProject();
    await collectMixed(keyed(project, "k"), [
      { type: "interaction", ...answer },
      { type: "signal", "ada@example.com": 1 },
    ]);
    const kept = await db().idempotencyKey.findFirstOrThrow({ where: { projectId: project.projectId } });
    expect(kept.body).toContain("[EMAIL]");
    expect(kept.body).not.toContain("ada@example.com");
  });

  it("is rejected by name if the project was deleted", async () => {
    const project = await testProject();
    await db().project.delete({ where: { projectId: project.projectId } });
    await expect(collectMixed(keyed(project, "k"), [copy("i")])).rejects.toMatchObject({
      code: "credentials_invalid",
    });
  });

  it("must have up to 255 plain characters", async () => {
    const project = await testProject();
    for (const key of ["", "a b", "ü", "x".repeat(256)]) {
      await expect(collectMixed(keyed(project, key), [copy("i")])).rejects.toMatchObject({
        code: "invalid_header",
      });
    }
  });
});
