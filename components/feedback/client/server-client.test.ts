import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LostEvent } from "./event.ts";
import { createServerClient, type ServerClientOptions } from "./server-client.ts";
import { fakeServer, problem, takenAll, takenOne } from "./testing/fake-server.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const answer = { feature_name: "summary", response_text: "Short.", model_name: "m" };

function setUp(options: Partial<ServerClientOptions> = {}) {
  const server = fakeServer();
  const dropped: LostEvent[] = [];
  const refused: string[] = [];
  const client = createServerClient({
    baseUrl: "https://whetstone.test/",
    secretKey: "sk_test",
    fetch: server.fetch,
    onDropped: (events) => dropped.push(...events),
    onRefused: ({ id }, { code }) => refused.push(`${id}: ${code}`),
    ...options,
  });
  return { server, client, dropped, refused };
}

describe("logInteraction", () => {
  it("returns the ID immediately, and the token with the batch", async () => {
    const { client, server } = setUp();
    const { interactionId, stored } = client.logInteraction(answer);
    expect(interactionId).toMatch(/^[0-9a-f-]{36}$/);
    expect(server.received).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.received).toMatchObject([
      {
        url: "https://whetstone.test/api/events",
        init: { method: "POST", headers: { Authorization: "Bearer sk_test" } },
        events: [{ type: "interaction", ...answer, interaction_id: interactionId }],
      },
    ]);
    expect(await stored).toEqual({
      interaction_id: interactionId,
      feedback_token: `token of ${interactionId}`,
      created_at: "2026-01-05T10:00:00.000Z",
    });
  });

  it("keeps the caller's own ID", () => {
    expect(setUp().client.logInteraction({ ...answer, interaction_id: "mine" }).interactionId).toBe("mine");
  });
});

it.each([-86_400_000, 86_400_000])("waits as long if the clock is changed by %i ms meanwhile", async (by) => {
  const { client, server } = setUp();
  client.logInteraction(answer);
  vi.setSystemTime(Date.now() + by);
  await vi.advanceTimersByTimeAsync(990);
  expect(server.received).toEqual([]);
  await vi.advanceTimersByTimeAsync(10);
  expect(server.received).toHaveLength(1);
});

it("waits no longer than the server asked, even if the clock is set back meanwhile", async () => {
  const { client, server } = setUp();
  server.answer = () => problem(429, "too_many_writes", { "Retry-After": "7" });
  client.logInteraction(answer);
  await vi.advanceTimersByTimeAsync(1_000);
  vi.setSystemTime(Date.now() - 86_400_000);
  client.logInteraction(answer);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(server.received).toHaveLength(2);
});

it("sends collected events in one request, interactions and ratings in order", async () => {
  const { client, server } = setUp();
  client.logInteraction({ ...answer, interaction_id: "i" });
  const { feedbackId, stored } = client.sendFeedback({
    interaction_id: "i",
    rating_type: "binary",
    rating_value: 1,
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.received).toHaveLength(1);
  expect(server.received[0]?.events.map(({ type }) => type)).toEqual(["interaction", "feedback"]);
  expect(await stored).toMatchObject({ feedback_id: feedbackId, message: "Stored." });
});

it("sends a full batch early", async () => {
  const { client, server } = setUp({ maxBatch: 3 });
  for (let index = 0; index < 7; index++) client.logInteraction(answer);
  await vi.advanceTimersByTimeAsync(0);
  expect(server.received.map(({ events }) => events.length)).toEqual([3, 3]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.received.map(({ events }) => events.length)).toEqual([3, 3, 1]);
});

it("retries under the same ID until the server accepts it", async () => {
  const { client, server } = setUp();
  server.answer = () => {
    throw new TypeError("fetch failed");
  };
  client.logInteraction(answer);
  await vi.advanceTimersByTimeAsync(20_000);
  const tries = server.received.length;
  expect(tries).toBeGreaterThan(2);
  server.answer = ({ events }) => takenAll(events);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(client.counts()).toEqual({ queued: 0, stored: 1, refused: 0, dropped: 0 });
  expect(new Set(server.received.map(({ init }) => init.body)).size).toBe(1);
});

it.each([
  ["of the whole request", () => problem(429, "too_many_writes", { "Retry-After": "30" })],
  [
    "of one event",
    () =>
      Response.json(
        { results: [{ status: 429, code: "too_many_writes", retry_after: 30 }] },
        { status: 207 },
      ),
  ],
])("waits as long as a 429 %s asks", async (_, refuse) => {
  const { client, server } = setUp();
  server.answer = refuse;
  client.logInteraction({ ...answer, interaction_id: "a" });
  await vi.advanceTimersByTimeAsync(1_000);
  server.answer = ({ events }) => takenAll(events);
  void client.flush();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(server.received).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(client.counts()).toMatchObject({ queued: 0, stored: 1 });
});

it("reports what the server rejects, and continues with the rest", async () => {
  const { client, server, refused } = setUp();
  server.answer = ({ events }) => {
    const [, ...rest] = events.map(takenOne);
    const bad = { status: 422, code: "id_reused", detail: "Used." };
    return Response.json({ results: [bad, ...rest] }, { status: 207 });
  };
  const bad = client.logInteraction({ ...answer, interaction_id: "bad" });
  const good = client.logInteraction({ ...answer, interaction_id: "good" });
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(bad.stored).rejects.toMatchObject({ code: "id_reused", detail: "Used." });
  await expect(good.stored).resolves.toMatchObject({ interaction_id: "good" });
  expect(refused).toEqual(["bad: id_reused"]);
});

it("finds the event that makes a server fail, and stores the others", async () => {
  const { client, server, refused } = setUp();
  server.answer = ({ events }) =>
    events.some(({ interaction_id }) => interaction_id === "i5")
      ? problem(413, "too_large")
      : takenAll(events);
  for (let index = 0; index < 8; index++) client.logInteraction({ ...answer, interaction_id: `i${index}` });
  expect(await Promise.all([client.flush(), vi.advanceTimersByTimeAsync(9_000)])).toContain(true);
  expect(refused).toEqual(["i5: too_large"]);
  expect(client.counts()).toMatchObject({ stored: 7, queued: 0 });
});

it("keeps a limited number of events, drops the oldest answers before ratings, and reports them", async () => {
  const { client, server, dropped } = setUp({ maxQueue: 2 });
  server.answer = () => problem(503, "database_unavailable");
  client.sendFeedback({ interaction_id: "r", feedback_id: "rating", rating_type: "comment" });
  const first = client.logInteraction({ ...answer, interaction_id: "i1" });
  client.logInteraction({ ...answer, interaction_id: "i2" });
  await expect(first.stored).rejects.toMatchObject({ code: "dropped" });
  expect(dropped).toEqual([{ type: "interaction", id: "i1", interactionId: "i1" }]);
  expect(client.counts()).toMatchObject({ queued: 2, dropped: 1 });
});

it("rejects immediately what no server would accept", async () => {
  const { client, server, refused } = setUp();
  const { stored } = client.logInteraction({ ...answer, response_text: "x".repeat(10_000_001) });
  await expect(stored).rejects.toMatchObject({ code: "too_large" });
  expect(refused).toHaveLength(1);
  expect(server.received).toEqual([]);
});

it("rejects immediately what is not JSON, instead of throwing", async () => {
  const { client, refused } = setUp();
  const { interactionId, stored } = client.logInteraction({ ...answer, metadata: { big: 1n } });
  await expect(stored).rejects.toMatchObject({ code: "not_json" });
  expect(refused).toEqual([`${interactionId}: not_json`]);
});

it("sends scores of an interaction and of a session, neither replacing the other, and preferences", async () => {
  const { client, server } = setUp();
  client.sendScore({ score_name: "solved", score_value: false, session_id: "s" });
  client.sendScore({ score_name: "solved", score_value: true, session_id: "s" });
  client.sendScore({ score_name: "solved", score_value: true, session_id: "t" });
  client.sendScore({ score_name: "solved", score_value: true, interaction_id: "i", session_id: "s" });
  client.sendScore({ score_name: "grade", score_label: "good", interaction_id: "i", session_id: "s" });
  const { preferenceId } = client.sendPreference({ preferred_id: "i", rejected_id: "j", tie: true });
  await client.flush();
  const [{ events = [] } = {}] = server.received;
  expect(events).toMatchObject([
    { type: "feedback", rating_type: "score", score_name: "solved", score_value: true, session_id: "s" },
    { session_id: "t" },
    { interaction_id: "i", score_name: "solved" },
    { interaction_id: "i", score_name: "grade", score_label: "good" },
    { type: "preference", preference_id: preferenceId, preferred_id: "i", rejected_id: "j", tie: true },
  ]);
});

it("continues if a callback of the host throws", async () => {
  const onRefused = () => {
    throw new Error("not ours");
  };
  const { client, server } = setUp({ onRefused });
  server.answer = ({ events }) =>
    Response.json(
      { results: events.map(() => ({ status: 422, code: "x", detail: "No." })) },
      { status: 207 },
    );
  client.logInteraction(answer);
  expect(await client.flush()).toBe(true);
  server.answer = ({ events }) => takenAll(events);
  client.logInteraction(answer);
  expect(await client.flush()).toBe(true);
  expect(client.counts()).toMatchObject({ refused: 1, stored: 1 });
});

describe("flush and close", () => {
  it("sends everything now and reports that all was answered", async () => {
    const { client, server } = setUp();
    client.logInteraction(answer);
    expect(await client.flush()).toBe(true);
    expect(server.received).toHaveLength(1);
  });

  it("does not wait forever", async () => {
    const { client, server } = setUp();
    server.answer = () => new Promise(() => {});
    client.logInteraction(answer);
    const flushed = client.flush(500);
    await vi.advanceTimersByTimeAsync(500);
    expect(await flushed).toBe(false);
  });

  it("sends the rest when closed, and accepts no more", async () => {
    const { client } = setUp();
    client.logInteraction(answer);
    expect(await client.close()).toBe(true);
    await expect(client.logInteraction(answer).stored).rejects.toMatchObject({ code: "closed" });
  });

  it("reports what could not be sent when closed", async () => {
    const { client, server, dropped } = setUp();
    server.answer = () => problem(503, "database_unavailable");
    client.logInteraction({ ...answer, interaction_id: "i" });
    const closed = client.close(2_000);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await closed).toBe(false);
    expect(dropped).toMatchObject([{ id: "i" }]);
    expect(client.counts()).toMatchObject({ queued: 0, dropped: 1 });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
