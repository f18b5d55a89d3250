import { describe, expect, it } from "vitest";
import { feedbackToken } from "#lib/platform/auth/feedback-token.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, send, statuses } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { listPending, withdraw } from "../ingest/index.ts";
import { listPairs, listPreferences, preferenceQuerySchema } from "./index.ts";

testDatabase();

const logged = (id: string) => ({ type: "interaction", interaction_id: id, ...answer });
const preference = (preferred_id: string, rejected_id: string, more: object = {}) => ({
  ...{ type: "preference", preferred_id, rejected_id },
  ...more,
});
const list = (projectId: string, query: object = {}) =>
  listPreferences(projectId, preferenceQuerySchema.parse(query));

describe("a preference between two answers", () => {
  it("is an event of its own: stored once by its ID, including ties, and listed newest first", async () => {
    const project = await testProject();
    const first = preference("a", "b", {
      preference_id: "p",
      user_id: "u",
      created_at: "2026-10-01T10:00:00Z",
    });
    const results = await send(serverOf(project), [
      ...[logged("a"), logged("b"), logged("c"), first, first],
      preference("b", "c", { tie: true, source: "reviewer", comment: "Mail ada@example.com" }),
      preference("b", "a", { preference_id: "p" }),
      preference("a", "a"),
    ]);
    expect(statuses(results.slice(3))).toEqual([201, 201, 201, 422, 400]);
    expect(results[3]).toMatchObject({ preference_id: "p", created_at: "2026-10-01T10:00:00.000Z" });
    const { data } = await list(project.projectId);
    expect(data).toMatchObject([
      { preferredId: "b", rejectedId: "c", tie: true, source: "reviewer", comment: "Mail [EMAIL]" },
      { preferenceId: "p", preferredId: "a", rejectedId: "b", tie: false, source: "user" },
    ]);
    expect(data[1]?.userHash).not.toBe("u");
    const ids = async (query: object) =>
      (await list(project.projectId, query)).data.map(({ preferredId }) => preferredId);
    expect(await ids({ interaction_id: "c" })).toEqual(["b"]);
    expect(await ids({ source: "user" })).toEqual(["a"]);
  });

  it("moves to the next page if comments are long, and shows the beginning of its comment among pairs", async () => {
    const project = await testProject();
    const comment = "a word ".repeat(14_000);
    const events = Array.from({ length: 15 }, (_, index) =>
      preference("a", "b", { preference_id: `p${index}`, user_id: `u${index}`, comment }),
    );
    await send(serverOf(project), [
      { ...logged("a"), model_name: "small" },
      { ...logged("b"), model_name: "large" },
      ...events,
    ]);
    const first = await list(project.projectId, { limit: "50" });
    expect(first.data).toHaveLength(11);
    const rest = await list(project.projectId, { limit: "50", cursor: first.nextCursor });
    expect(rest).toMatchObject({ data: { length: 4 }, nextCursor: null });
    const asked = { by: "model", key: ["small"], outcome: "any" } as const;
    const everything = { from: new Date(0), to: new Date("2999-01-01"), source: "user" } as const;
    const { pairs } = await listPairs(project.projectId, everything, asked);
    expect(pairs).toHaveLength(15);
    expect(pairs[0]?.comment).toBe(`${comment.slice(0, 599)}…`);
  });

  it("is paged by cursor", async () => {
    const project = await testProject();
    const events = Array.from({ length: 5 }, (_, index) =>
      preference("a", "b", { preference_id: `p${index}`, created_at: "2026-10-01T10:00:00Z" }),
    );
    await send(serverOf(project), [logged("a"), logged("b"), ...events]);
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await list(project.projectId, { limit: "2", ...(cursor ? { cursor } : {}) });
      seen.push(...page.data.map(({ preferenceId }) => preferenceId));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(["p4", "p3", "p2", "p1", "p0"]);
  });

  it.each([
    ["preferred", "rejected"],
    ["rejected", "preferred"],
  ])(
    "is pending until both of its answers exist, whichever comes first: the %s one",
    async (first, second) => {
      const project = await testProject();
      const { projectId } = project;
      const results = await send(serverOf(project), [
        preference("preferred", "rejected", { preference_id: "p" }),
      ]);
      expect(results).toMatchObject([{ status: 202, preference_id: "p" }]);
      const waits = async () =>
        (await listPending(projectId, { limit: 10 })).data.map((item) => item.interactionId);
      expect(await waits()).toEqual(["preferred"]);
      await send(serverOf(project), [logged(first)]);
      expect(await waits()).toHaveLength(1);
      await send(serverOf(project), [logged(second)]);
      expect(await waits()).toEqual([]);
      expect((await list(projectId)).data).toMatchObject([{ preferenceId: "p" }]);
    },
  );

  it("needs the tokens of both answers with a publishable key, and is withdrawn with the preferred one's", async () => {
    const project = await testProject();
    const { projectId } = project;
    await send(serverOf(project), [logged("a"), logged("b"), logged("c")]);
    const browser = browserOf(project, "a");
    const rejected_feedback_token = feedbackToken(project, "b", new Date());
    const results = await send(browser, [
      preference("a", "b", { preference_id: "p", rejected_feedback_token }),
      preference("a", "b"),
      preference("a", "c", { rejected_feedback_token }),
      preference("c", "b", { rejected_feedback_token }),
      preference("a", "b", { rejected_feedback_token, source: "reviewer" }),
    ]);
    expect(statuses(results)).toEqual([201, 403, 403, 403, 400]);
    await expect(withdraw(browserOf(project, "c"), "preference", "p")).rejects.toMatchObject({ status: 404 });
    await withdraw(browser, "preference", "p");
    expect((await list(projectId)).data).toEqual([]);
    await expect(withdraw(browser, "preference", "p")).rejects.toMatchObject({ status: 404 });
  });
});

it("a preference by the rejected answer's user is withdrawn with that answer's token", async () => {
  const project = await testProject();
  await send(serverOf(project), [logged("a"), { ...logged("b"), user_id: "ann" }]);
  const sent = await send(serverOf(project), [{ ...logged("b"), user_id: "ann" }]);
  const rejected_feedback_token = String((sent[0] as Record<string, unknown>).feedback_token);
  const results = await send(browserOf(project, "a"), [
    preference("a", "b", { preference_id: "p", rejected_feedback_token }),
  ]);
  expect(statuses(results)).toEqual([201]);
  await expect(withdraw(browserOf(project, "a"), "preference", "p")).rejects.toMatchObject({ status: 404 });
  await withdraw(browserOf(project, "b", { feedbackToken: rejected_feedback_token }), "preference", "p");
  expect((await list(project.projectId)).data).toEqual([]);
});

describe("an answer logged without user and session", () => {
  it("cannot lose to more devices than may rate it, whichever answers they prefer", async () => {
    const project = { ...(await testProject()), writesPerMinute: 1_000, votersPerAnswer: 2 };
    const won = ["w1", "w2", "w3"];
    await send(serverOf(project), [...won, "lost"].map(logged));
    const rejected_feedback_token = feedbackToken(project, "lost", new Date());
    const results = [];
    for (const id of won) {
      const events = ["a", "b"].map((name) =>
        preference(id, "lost", {
          rejected_feedback_token,
          device_id: `${id}-${name}`,
          preference_id: `${id}-${name}`,
        }),
      );
      results.push(...(await send(browserOf(project, id), events)));
    }
    expect(statuses(results)).toEqual([201, 201, 403, 403, 403, 403]);
    expect(results[2]).toMatchObject({ code: "too_many_voters" });
    const again = preference("w1", "lost", {
      ...{ rejected_feedback_token, device_id: "w1-a", preference_id: "w1-a" },
    });
    expect(statuses(await send(browserOf(project, "w1"), [again]))).toEqual([201]);
    expect((await list(project.projectId)).data).toHaveLength(2);
  });

  it("reserves places before it exists, without revealing them to pending events", async () => {
    const project = { ...(await testProject()), votersPerAnswer: 1 };
    await send(serverOf(project), [logged("w1"), logged("w2")]);
    const rejected_feedback_token = feedbackToken(project, "later", new Date());
    const early = (id: string) =>
      send(browserOf(project, id), [preference(id, "later", { rejected_feedback_token, device_id: id })]);
    expect(statuses([...(await early("w1")), ...(await early("w2"))])).toEqual([202, 403]);
    const { data } = await listPending(project.projectId, { limit: 10 });
    expect(data).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain("unproven");
    await send(serverOf(project), [logged("later")]);
    expect((await list(project.projectId)).data).toMatchObject([{ preferredId: "w1", rejectedId: "later" }]);
  });

  it("can be preferred to a user's answer by that user, on any device", async () => {
    const project = await testProject();
    await send(serverOf(project), [logged("w1"), { ...logged("lost"), user_id: "u" }]);
    const { userHash = null } = await db().interaction.findFirstOrThrow({
      where: { interactionId: "lost", projectId: project.projectId },
    });
    const rejected_feedback_token = feedbackToken(project, "lost", new Date(), `user:${userHash}`);
    const events = ["a", "b"].map((device_id) =>
      preference("w1", "lost", { rejected_feedback_token, device_id }),
    );
    const other = preference("w1", "lost", { rejected_feedback_token, user_id: "v" });
    expect(statuses(await send(browserOf(project, "w1"), [...events, other]))).toEqual([201, 201, 403]);
    const stored = await db().preference.findMany({ where: { projectId: project.projectId } });
    expect(stored.map(({ rater }) => rater)).toEqual([`user:${userHash}`, `user:${userHash}`]);
  });
});
