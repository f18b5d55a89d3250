// @vitest-environment jsdom
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type BrowserClient, createBrowserClient } from "./browser-client.ts";
import { fakeServer } from "./testing/fake-server.ts";

const clients: BrowserClient[] = [];
/** The open pages, by the locks that they hold. */
const held = new Set<string>();
beforeEach(() => {
  const locks = {
    query: async () => ({ held: [...held].map((name) => ({ name })), pending: [] }),
    request: async (name: string, work: () => Promise<void>) => {
      held.add(name);
      await work();
      held.delete(name);
    },
  };
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("navigator", { onLine: true, locks, sendBeacon: () => false });
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close(0)));
  held.clear();
  vi.unstubAllGlobals();
});

/** A page with a client, and the texts that the server receives from it; pages share one IndexedDB. */
function openPage() {
  const { fetch, received } = fakeServer();
  const client = createBrowserClient({ baseUrl: "https://whetstone.test", publishableKey: "pk_test", fetch });
  clients.push(client);
  const sent = () => received.flatMap(({ events }) => events.map(({ correction_text }) => correction_text));
  return { client, sent };
}

const edit = (text: string) =>
  ({ interaction_id: "i", rating_type: "correction", correction_text: text, feedback_token: "t" }) as const;

it("is sent by the next page, in its latest form, if this one ends unexpectedly", async () => {
  const { client, sent } = openPage();
  client.keepFeedback("e", edit("Half"));
  client.keepFeedback("e", edit("Half a thought"));
  await vi.waitFor(() => expect(held.size).toBe(1));
  const other = openPage();
  await other.client.sendFeedback(edit("Mine")).stored;
  expect([sent(), other.sent()]).toEqual([[], ["Mine"]]);
  held.clear();
  const next = openPage();
  await vi.waitFor(() => expect(next.sent()).toEqual(["Half a thought"]));
  expect(sent()).toEqual([]);
});

it("is sent once if submitted under the same ID, and not if it was deleted", async () => {
  const { client, sent } = openPage();
  client.keepFeedback("e", edit("Half"));
  client.keepFeedback("f", edit("Not this"));
  await client.sendFeedback({ ...edit("Half a thought"), feedback_id: "e" }).stored;
  client.keepFeedback("f", null);
  await vi.waitFor(() => expect(held.size).toBe(0));
  const next = openPage();
  await next.client.sendFeedback(edit("Mine")).stored;
  expect([sent(), next.sent()]).toEqual([["Half a thought"], ["Mine"]]);
});

it("is left alone while being sent, whatever happens to the draft", async () => {
  const { client, sent } = openPage();
  const { stored } = client.sendFeedback({ ...edit("Sent"), feedback_id: "e" });
  client.keepFeedback("e", edit("Sent and more"));
  client.keepFeedback("e", null);
  await stored;
  expect(sent()).toEqual(["Sent"]);
});
