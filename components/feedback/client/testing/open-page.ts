import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, vi } from "vitest";
import type { Kept } from "../../adapter/adapter.ts";
import { type BrowserClient, type BrowserClientOptions, createBrowserClient } from "../browser-client.ts";
import { fakeServer, problem } from "./fake-server.ts";

export const rating = {
  interaction_id: "i",
  rating_type: "binary",
  rating_value: 1,
  feedback_token: "t",
} as const;
export const copy = { interaction_id: "i", signal: "copy", feedback_token: "t" } as const;
export const away = () => problem(503, "database_unavailable", { "Retry-After": "600" });

let clients: BrowserClient[] = [];
beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.close(0)));
  clients = [];
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A page with a client, and its server; pages share one IndexedDB. */
export function openPage(options: Partial<BrowserClientOptions> = {}) {
  const server = fakeServer();
  const client = createBrowserClient({
    baseUrl: "https://whetstone.test",
    publishableKey: "pk_test",
    fetch: server.fetch,
    ...options,
  });
  clients.push(client);
  return { server, client };
}

/** Sends a rating to an unreachable server, and waits until it is kept. */
export const keep = (client: BrowserClient, change = {}) =>
  new Promise<Kept>((resolve) => void client.sendFeedback({ ...rating, ...change }, { onKept: resolve }));
