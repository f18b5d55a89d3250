import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeServer, problem } from "../client/testing/fake-server.ts";
import type { FeedbackRefused } from "./refusal.ts";

/** What non-browser environments have besides the language itself. */
type Place = Record<string, unknown>;

const denied = (): never => {
  throw Object.assign(new Error("denied"), { name: "SecurityError" });
};
const sandbox = { addEventListener() {}, removeEventListener() {} };
Object.defineProperty(sandbox, "localStorage", { get: denied });

const places: [string, Place][] = [
  [
    "React Native, whose window has no events and which has no crypto",
    {
      window: globalThis,
      navigator: { product: "ReactNative" },
      document: undefined,
      crypto: undefined,
      AbortSignal: class {},
    },
  ],
  [
    "a window that nothing stands behind, as some put up to render on a server",
    { window: {}, document: {}, navigator: undefined },
  ],
  [
    "a worker, which has events and no document",
    { window: undefined, addEventListener() {}, removeEventListener() {}, navigator: { onLine: true } },
  ],
  [
    "a frame without rights, which may not even ask for storage",
    {
      window: sandbox,
      document: { ...sandbox, visibilityState: "visible" },
      indexedDB: { open: denied },
      navigator: { onLine: true, locks: { request: async () => denied(), query: async () => denied() } },
    },
  ],
  ["a server", { window: undefined, document: undefined }],
];

const thumb = { interaction_id: "i", rating_type: "binary", rating_value: 1 } as const;

describe.each(places)("in %s", (_, place) => {
  beforeEach(() => {
    vi.resetModules();
    for (const [name, value] of Object.entries(place)) vi.stubGlobal(name, value);
    vi.spyOn(console, "warn").mockImplementation(() => {});
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  async function setUp() {
    const { httpAdapter } = await import("./http-adapter.ts");
    const server = fakeServer();
    const options = { baseUrl: "https://w.test", publishableKey: "pk_1", feedbackToken: "t" };
    return { server, adapter: httpAdapter({ ...options, fetch: server.fetch }) };
  }

  it("a rating is sent and remembered as long as the app runs", async () => {
    const { adapter, server } = await setUp();
    expect(await adapter.submit(thumb)).toMatchObject({ interaction_id: "i" });
    adapter.memory.write("k", 1);
    expect(adapter.memory.read("k")).toBe(1);
    const [first, second] = [await adapter.submit(thumb), await adapter.submit(thumb)];
    expect(first.feedback_id).not.toBe(second.feedback_id);
    expect(server.received).toHaveLength(3);
    await expect(adapter.remove(first.feedback_id)).resolves.toBeUndefined();
  });

  it("a failed rating is sent again", async () => {
    const { adapter, server } = await setUp();
    const answer = server.answer;
    server.answer = (received) => {
      server.answer = answer;
      return problem(503, "database_unavailable", { "Retry-After": "0" }) ?? received;
    };
    expect(await adapter.submit(thumb)).toMatchObject({ interaction_id: "i" });
    expect(server.received).toHaveLength(2);
  });

  it("a refusal has its code", async () => {
    const { FeedbackRefused } = await import("./refusal.ts");
    const { adapter, server } = await setUp();
    server.answer = () => problem(403, "token_expired");
    const refusals = await Promise.all(
      [
        adapter.submit(thumb),
        adapter.submit({ ...thumb, metadata: { circle: 1n } }),
        adapter.annotate({ interaction_id: "i", quote: { exact: "x" } }),
        adapter.remove("f"),
        adapter.impact("i"),
      ].map((asked: Promise<unknown>) => asked.catch((thrown: FeedbackRefused) => thrown)),
    );
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(FeedbackRefused);
    expect(refusals.map((refusal) => (refusal as FeedbackRefused).code)).toEqual([
      ...["token_expired", "not_json", "token_expired", "token_expired", "token_expired"],
    ]);
  });

  it("a separate client can be created, used and closed", async () => {
    const { createBrowserClient } = await import("../client/browser-client.ts");
    const server = fakeServer();
    const client = createBrowserClient({ baseUrl: "", publishableKey: "pk_1", fetch: server.fetch });
    client.sendSignal({ interaction_id: "i", signal: "copy" });
    expect(await client.sendFeedback({ ...thumb, feedback_token: "t" }).stored).toMatchObject({
      interaction_id: "i",
    });
    expect(await client.close()).toBe(true);
  });
});
