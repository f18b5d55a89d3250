import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnswerEventType } from "#lib/domain/answer-events.ts";
import { feedbackToken } from "#lib/platform/auth/feedback-token.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, copy, quote, send, statuses, thumb } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { deletePastWriteDays } from "./quota-store.ts";

testDatabase();

const NOON = new Date("2026-06-01T12:00:00Z");
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: NOON }));
afterEach(() => void vi.useRealTimers());

/** A project with given quotas whose server has logged answers. */
async function open(quotas: Partial<TestProject["quotas"]>, ids: readonly string[]): Promise<TestProject> {
  const made = await testProject();
  const project = { ...made, writesPerMinute: 1_000, quotas: { ...made.quotas, ...quotas } };
  const logged = ids.map((interaction_id) => ({
    ...answer,
    type: "interaction",
    interaction_id,
    user_id: "ann",
  }));
  await send(serverOf(project), logged);
  return project;
}

const long = (characters: number) => "x".repeat(characters);

describe("the quota of an answer", () => {
  it("limits events of publishable keys of any type; those of secret keys count too", async () => {
    const project = await open({ answerEvents: 3 }, ["one", "two"]);
    const first = await send(browserOf(project, "one"), [
      thumb("one"),
      copy("one"),
      quote("one"),
      copy("one"),
    ]);
    expect(statuses(first)).toEqual([201, 201, 201, 403]);
    expect(first[3]).toMatchObject({ code: "answer_full", detail: expect.stringContaining("3 events") });
    expect(statuses(await send(browserOf(project, "one"), [thumb("one", { rating_value: 0 })]))).toEqual([
      403,
    ]);
    expect(statuses(await send(browserOf(project, "two"), [thumb("two")]))).toEqual([201]);
    expect(statuses(await send(serverOf(project), [copy("one")]))).toEqual([201]);
  });

  it("counts events of each type", async () => {
    const one = { preferred_id: "one", rejected_id: "two" };
    const events = {
      feedback: thumb("one"),
      annotation: quote("one"),
      signal: copy("one"),
      preference: { type: "preference", ...one },
    } satisfies Record<AnswerEventType, object>;
    const project = await open({ answerEvents: Object.keys(events).length }, ["one", "two"]);
    const sent = await send(serverOf(project), Object.values(events));
    expect(statuses(sent)).toEqual(Object.keys(events).map(() => 201));
    expect(await send(browserOf(project, "one"), [thumb("one")])).toMatchObject([{ code: "answer_full" }]);
  });

  it("limits bytes", async () => {
    const project = await open({ answerKilobytes: 10 }, ["one"]);
    const sender = browserOf(project, "one");
    expect(statuses(await send(sender, [quote("one", { comment: long(7_000) })]))).toEqual([201]);
    const [beyond] = await send(sender, [quote("one", { comment: long(4_000) })]);
    expect(beyond).toMatchObject({
      status: 403,
      code: "answer_full",
      detail: expect.stringContaining("8 kB"),
    });
    expect(statuses(await send(sender, [thumb("one")]))).toEqual([201]);
  });

  it("reserves a fifth for ratings, which signals and long comments of one device cannot use up", async () => {
    const project = await open({ answerEvents: 5, answerKilobytes: 10 }, ["one", "two"]);
    const five = [copy("one"), copy("one"), quote("one"), copy("one"), copy("one")];
    expect(statuses(await send(browserOf(project, "one"), five))).toEqual([201, 201, 201, 201, 403]);
    expect(statuses(await send(browserOf(project, "one"), [thumb("one")]))).toEqual([201]);
    const much = [quote("two", { comment: long(7_500) }), quote("two", { comment: long(900) })];
    expect(statuses(await send(browserOf(project, "two"), much))).toEqual([201, 403]);
    expect(statuses(await send(browserOf(project, "two"), [thumb("two")]))).toEqual([201]);
  });

  it("reserves a fifth that one device's repeated preferences cannot take from other devices' thumbs", async () => {
    const project = await open({ answerEvents: 5 }, []);
    const logged = ["one", "two"].map((interaction_id) => ({
      ...answer,
      type: "interaction",
      interaction_id,
    }));
    await send(serverOf(project), logged);
    const preference = {
      ...{ type: "preference", preferred_id: "one", rejected_id: "two", device_id: "a" },
      rejected_feedback_token: feedbackToken(project, "two", new Date()),
    };
    const sender = browserOf(project, "one");
    expect(statuses(await send(sender, Array(5).fill(preference)))).toEqual([201, 201, 201, 201, 403]);
    expect(statuses(await send(sender, [thumb("one", { device_id: "b" })]))).toEqual([201]);
  });

  it("includes pending events", async () => {
    const project = await open({ answerEvents: 2 }, []);
    const sender = browserOf(project, "later");
    expect(statuses(await send(sender, [copy("later"), copy("later")]))).toEqual([202, 202]);
    expect(statuses(await send(sender, [copy("later")]))).toEqual([403]);
  });
});

describe("the daily quota of publishable keys", () => {
  it("limits events, and resets at midnight (UTC)", async () => {
    const project = await open({ dayEvents: 2 }, ["one", "two"]);
    const results = await send(browserOf(project, "one"), [thumb("one"), copy("one"), copy("one")]);
    expect(statuses(results)).toEqual([201, 201, 429]);
    expect(results[2]).toMatchObject({
      code: "quota_spent",
      retry_after: 12 * 3_600,
      detail: expect.stringContaining("daily quota of 2 events"),
    });
    expect(statuses(await send(browserOf(project, "two"), [thumb("two")]))).toEqual([429]);
    vi.setSystemTime(NOON.getTime() + 12 * 3_600_000);
    expect(statuses(await send(browserOf(project, "two"), [thumb("two")]))).toEqual([201]);
    await deletePastWriteDays(new Date(NOON.getTime() + 4 * 86_400_000));
    expect(await db().writeDay.count({ where: { projectId: project.projectId } })).toBe(0);
  });

  it("also reserves a fifth for ratings", async () => {
    const project = await open({ dayEvents: 5 }, ["one"]);
    const sender = browserOf(project, "one");
    const signals = Array.from({ length: 5 }, () => copy("one"));
    expect(statuses(await send(sender, [...signals, thumb("one")]))).toEqual([201, 201, 201, 201, 429, 201]);
  });

  it("rejects a request with an Idempotency-Key as a whole, and stores no response that says to retry", async () => {
    const project = await open({ dayEvents: 1 }, ["one"]);
    const sender = browserOf(project, "one", { idempotencyKey: "k" });
    const events = [copy("one", { signal_id: "a" }), copy("one", { signal_id: "b" })];
    await expect(send(sender, events)).rejects.toMatchObject({ code: "quota_spent" });
    expect(await db().signal.count({ where: { projectId: project.projectId } })).toBe(0);
    const raised = { ...project, quotas: { ...project.quotas, dayEvents: 10 } };
    const again = browserOf(raised, "one", { idempotencyKey: "k" });
    expect(statuses(await send(again, events))).toEqual([201, 201]);
  });

  it("does not count rejected events, nor those of a server", async () => {
    const project = await open({ dayEvents: 1 }, ["one"]);
    const sender = browserOf(project, "one");
    expect(statuses(await send(sender, [thumb("two"), { ...thumb("one"), rating_value: 9 }]))).toEqual([
      403, 400,
    ]);
    expect(statuses(await send(serverOf(project), [copy("one"), copy("one")]))).toEqual([201, 201]);
    expect(statuses(await send(sender, [thumb("one")]))).toEqual([201]);
  });

  it("does not count events that are only rejected when stored", async () => {
    const project = await open({ dayEvents: 2 }, ["one"]);
    const sender = browserOf(project, "one");
    const given = (feedback_comment: string) => thumb("one", { feedback_id: "f", feedback_comment });
    expect(statuses(await send(sender, [given("as it was")]))).toEqual([201]);
    expect(statuses(await send(sender, [given("other")]))).toEqual([422]);
    expect(statuses(await send(sender, [given("another")]))).toEqual([422]);
    expect(statuses(await send(sender, [copy("one")]))).toEqual([201]);
  });
});

it("one address can send a number of bytes per hour with a key, and then waits for the hour to end", async () => {
  const project = await open({ addressKilobytes: 5 }, ["one"]);
  const sendBytes = (bodyBytes: number, address = "192.0.2.7") =>
    send(browserOf(project, "one", { bodyBytes, address }), [copy("one")]);
  await sendBytes(3_000);
  vi.setSystemTime(NOON.getTime() + 60_000);
  await expect(sendBytes(3_000)).rejects.toMatchObject({
    code: "quota_spent",
    message: expect.stringContaining("5 kB per hour"),
    extras: { retryAfterSeconds: 3_540 },
  });
  await sendBytes(2_000);
  await sendBytes(3_000, "192.0.2.8");
  vi.setSystemTime(NOON.getTime() + 3_600_000);
  await sendBytes(5_000);
});

it("a request rejected for its bytes uses no writes", async () => {
  const project = await open({ addressKilobytes: 5 }, ["one"]);
  const sendTwo = (bodyBytes: number) =>
    send(browserOf({ ...project, writesPerMinute: 4 }, "one", { bodyBytes }), [
      thumb("one", { feedback_id: "f" }),
      copy("one"),
    ]);
  for (let attempt = 0; attempt < 5; attempt++)
    await expect(sendTwo(6_000)).rejects.toMatchObject({ code: "quota_spent" });
  expect(statuses(await sendTwo(1_000))).toEqual([201, 201]);
});

it("of what an address sends at once, only the excess is rejected", async () => {
  const project = await open({ addressKilobytes: 5 }, ["one"]);
  const sent = [3_000, 3_000, 2_000].map((bodyBytes) =>
    send(browserOf(project, "one", { bodyBytes }), [copy("one")]),
  );
  const states = (await Promise.allSettled(sent)).map(({ status }) => status);
  expect(states).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
