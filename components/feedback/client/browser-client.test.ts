// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import type { LostEvent } from "./event.ts";
import { problem, takenAll } from "./testing/fake-server.ts";
import { away, copy, keep, openPage, rating } from "./testing/open-page.ts";

/** The pages that hold a lock, as browsers report them, controlled by the test. */
function stubLocks() {
  const held = new Set<string>();
  const locks = {
    query: async () => ({ held: [...held].map((name) => ({ name })), pending: [] }),
    request: async (name: string, work: () => Promise<void>) => {
      held.add(name);
      await work();
      held.delete(name);
    },
  };
  vi.stubGlobal("navigator", { onLine: true, locks, sendBeacon: () => false });
  return held;
}

describe("sending", () => {
  it("sends a rating immediately, with its rater", async () => {
    const { client, server } = openPage({ userId: "u", sessionId: "s" });
    const { id, stored } = client.sendFeedback(rating);
    expect(await stored).toMatchObject({ feedback_id: id, interaction_id: "i" });
    expect(server.received).toMatchObject([
      {
        url: "https://whetstone.test/api/events",
        init: { headers: { Authorization: "Bearer pk_test" }, keepalive: true, credentials: "omit" },
        events: [{ type: "feedback", feedback_id: id, user_id: "u", session_id: "s", ...rating }],
      },
    ]);
  });

  it("identifies the device, the same in every event and for every client of the site", async () => {
    const [one, other] = [openPage(), openPage({ publishableKey: "pk_other" })];
    one.client.sendSignal(copy);
    one.client.sendAnnotation({ interaction_id: "i", quote: { exact: "wrong" } });
    await one.client.sendFeedback(rating).stored;
    await other.client.sendFeedback(rating).stored;
    const told = openPage({ deviceId: "kept by the app" });
    await told.client.sendFeedback(rating).stored;
    const devices = [one, other, told].map(({ server }) =>
      server.received.flatMap(({ events }) => events.map(({ device_id }) => device_id)),
    );
    const id = localStorage.getItem("whetstone-device");
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(devices).toEqual([[id, id, id], [id], ["kept by the app"]]);
  });

  it("sends explicit feedback while signals have to wait", async () => {
    const { client, server } = openPage();
    server.answer = () => problem(429, "too_many_writes", { "Retry-After": "60" });
    client.sendSignal(copy);
    void client.flush(0);
    await vi.waitFor(() => expect(server.received).toHaveLength(1));
    server.answer = ({ events }) => takenAll(events);
    expect(await client.sendFeedback(rating).stored).toMatchObject({ interaction_id: "i" });
    expect(server.received.map(({ events }) => events.map(({ type }) => type))).toEqual([
      ["signal"],
      ["feedback"],
    ]);
    expect(client.counts()).toMatchObject({ queued: 1, stored: 1 });
  });

  it("collects signals until a rating is sent or they are flushed", async () => {
    const { client, server } = openPage();
    client.sendSignal(copy);
    client.sendSignal({ ...copy, signal: "dwell", value: 12 });
    await client.sendFeedback(rating).stored;
    client.sendSignal(copy);
    expect(await client.flush()).toBe(true);
    expect(server.received.map(({ events }) => events.map(({ type }) => type))).toEqual([
      ["feedback", "signal", "signal"],
      ["signal"],
    ]);
  });

  it("sends an annotation immediately", async () => {
    const { client, server } = openPage();
    await client.sendAnnotation({ interaction_id: "i", quote: { exact: "wrong" }, category: "inaccurate" })
      .stored;
    expect(server.received[0]?.events).toMatchObject([
      { type: "annotation", annotation_id: expect.any(String), quote: { exact: "wrong" } },
    ]);
  });

  it("sends the time of a signal while offline, and otherwise leaves it to the server", async () => {
    const { client, server } = openPage();
    client.sendSignal(copy);
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    client.sendSignal(copy);
    await client.flush();
    const [online, offline] = server.received.flatMap(({ events }) => events);
    expect(online?.occurred_at).toBeUndefined();
    expect(offline?.occurred_at).toEqual(expect.stringMatching(/^\d{4}-.*Z$/));
  });
});

describe("keeping", () => {
  it("says where an unsent rating is kept", async () => {
    const { client, server } = openPage();
    server.answer = away;
    expect(await keep(client)).toEqual({ durable: true, offline: false });
    expect(client.counts()).toMatchObject({ queued: 1, dropped: 0 });
  });

  it.each([
    ["there is none", () => undefined],
    [
      "it is refused",
      () => ({
        open() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      }),
    ],
  ])("works without IndexedDB if %s, and says so", async (_, factory) => {
    vi.stubGlobal("indexedDB", factory());
    const { client, server } = openPage();
    server.answer = away;
    expect(await keep(client)).toMatchObject({ durable: false });
  });

  it("sends after a reload what the previous page could not, under the same ID", async () => {
    const there = stubLocks();
    const before = openPage();
    before.server.answer = away;
    await keep(before.client, { feedback_id: "mine" });
    there.clear();
    const after = openPage();
    await vi.waitFor(() => expect(after.client.counts()).toMatchObject({ stored: 1, queued: 0 }));
    expect(after.server.received.map(({ events }) => events)).toMatchObject([[{ feedback_id: "mine" }]]);
  });

  it("reports the outcome of adopted events to the next visit, which sends them again", async () => {
    const there = stubLocks();
    const before = openPage();
    before.server.answer = away;
    await keep(before.client, { feedback_id: "mine" });
    there.clear();
    const after = openPage();
    after.server.answer = () => problem(503, "database_unavailable");
    // Or more: the wait before the next attempt is random.
    await vi.waitFor(() => expect(after.server.received).not.toEqual([]));
    await keep(after.client, { feedback_id: "mine" });
    expect(after.client.counts()).toMatchObject({ queued: 1, dropped: 0 });
    after.server.answer = ({ events }) => takenAll(events);
    const again = after.client.sendFeedback({ ...rating, feedback_id: "mine" }, { again: true });
    window.dispatchEvent(new Event("online"));
    expect(await again.stored).toMatchObject({ feedback_id: "mine" });
    expect(after.client.counts()).toMatchObject({ queued: 0, stored: 1 });
  });

  it("does not treat as unsent what an earlier visit may have sent", async () => {
    const { client, server } = openPage();
    server.answer = away;
    client.sendFeedback({ ...rating, feedback_id: "mine" }, { again: true });
    expect(await client.withdraw("feedback", "mine")).toBe(false);
    const annotation = { interaction_id: "i1", annotation_id: "mine", quote: { exact: "cheese" } };
    client.sendAnnotation(annotation, { again: true });
    expect(await client.withdraw("annotation", "mine")).toBe(false);
  });

  it("leaves unsent events to the next client when closed", async () => {
    stubLocks();
    const before = openPage();
    before.server.answer = away;
    await keep(before.client, { feedback_id: "mine" });
    expect(await before.client.close(0)).toBe(false);
    expect(before.client.counts()).toMatchObject({ queued: 0, dropped: 0 });
    const after = openPage();
    await vi.waitFor(() =>
      expect(after.server.received).toMatchObject([{ events: [{ feedback_id: "mine" }] }]),
    );
  });

  it("does not resend acknowledged events", async () => {
    const before = openPage();
    await before.client.sendFeedback(rating).stored;
    await before.client.close();
    const after = openPage();
    await after.client.sendFeedback({ ...rating, feedback_id: "next" }).stored;
    expect(after.server.received.flatMap(({ events }) => events)).toMatchObject([{ feedback_id: "next" }]);
  });

  it("leaves events to the tab that is still sending them", async () => {
    stubLocks();
    const one = openPage();
    one.server.answer = away;
    await keep(one.client, { feedback_id: "theirs" });
    const other = openPage();
    await other.client.sendFeedback({ ...rating, feedback_id: "own" }).stored;
    expect(other.server.received.flatMap(({ events }) => events)).toMatchObject([{ feedback_id: "own" }]);
  });

  it("shows other tabs that it is open only while it has something to send", async () => {
    const there = stubLocks();
    const { client, server } = openPage();
    server.answer = away;
    await keep(client, { feedback_id: "f" });
    expect(there.size).toBe(1);
    await client.withdraw("feedback", "f");
    await vi.waitFor(() => expect(there.size).toBe(0));
  });

  it("separates the events of another key", async () => {
    const there = stubLocks();
    const before = openPage();
    before.server.answer = away;
    await keep(before.client);
    there.clear();
    const after = openPage({ publishableKey: "pk_other" });
    await after.client.sendFeedback({ ...rating, feedback_id: "own" }).stored;
    expect(after.server.received.flatMap(({ events }) => events)).toHaveLength(1);
  });

  it("sends as soon as the device is back online", async () => {
    const { client, server } = openPage();
    server.answer = () => {
      throw new TypeError("Failed to fetch");
    };
    await keep(client);
    server.answer = ({ events }) => takenAll(events);
    window.dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(client.counts()).toMatchObject({ stored: 1, queued: 0 }));
  });

  it("drops the oldest signals if it is full, counts and reports them", async () => {
    const dropped: LostEvent[] = [];
    const { client } = openPage({ maxQueue: 2, onDropped: (events) => dropped.push(...events) });
    const counted: number[] = [];
    client.subscribe(() => counted.push(client.counts().dropped));
    client.sendSignal({ ...copy, signal_id: "s1" });
    client.sendSignal({ ...copy, signal_id: "s2" });
    client.sendSignal({ ...copy, signal_id: "s3" });
    expect(dropped).toEqual([{ type: "signal", id: "s1", interactionId: "i" }]);
    expect(counted.at(-1)).toBe(1);
  });
});
