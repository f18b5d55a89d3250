import { type BrowserClient, createBrowserClient } from "./browser-client.ts";
import { trimSlashes } from "./send-events.ts";

/** What distinguishes the clients of a page. */
interface Shared {
  baseUrl: string;
  publishableKey: string;
  timeoutMs?: number | undefined;
  fetch?: typeof fetch | undefined;
}

const clients = new Map<string, BrowserClient>();
const ofOwnFetch = new WeakMap<typeof fetch, Map<string, BrowserClient>>();

/** The client that all widgets of a page share, so that they share a queue. */
export function sharedClient(options: Shared): BrowserClient {
  const known = clientsOf(options.fetch);
  const name = JSON.stringify([trimSlashes(options.baseUrl), options.publishableKey, options.timeoutMs]);
  const client = known.get(name) ?? createBrowserClient(options);
  known.set(name, client);
  return client;
}

function clientsOf(own: typeof fetch | undefined): Map<string, BrowserClient> {
  if (!own) return clients;
  const known = ofOwnFetch.get(own) ?? new Map<string, BrowserClient>();
  ofOwnFetch.set(own, known);
  return known;
}
