import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import type { FeedbackAdapter, Kept } from "./adapter.ts";
import { httpAdapter } from "./http-adapter.ts";
import { FeedbackRefused } from "./refusal.ts";

interface Received {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown> & { events?: Record<string, unknown>[] };
}

let server: Server | undefined;
afterEach(() => {
  vi.unstubAllGlobals();
  server?.closeAllConnections();
  server?.close();
});

/** An adapter for a server with given responses, and what that server received. */
async function adapterFor(answer: (response: ServerResponse) => void, options = {}) {
  const received: Received[] = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: JSON.parse(Buffer.concat(chunks).toString() || "{}") });
    answer(response);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = { baseUrl: urlOf(server as Server), publishableKey: "pk_test" };
  return { received, adapter: httpAdapter({ ...address, feedbackToken: "token", ...options }) };
}

const urlOf = (of: Server) => `http://127.0.0.1:${(of.address() as AddressInfo).port}/`;

const json =
  (status: number, body: object, headers = {}) =>
  (response: ServerResponse) =>
    response
      .writeHead(status, {
        "Content-Type": status < 400 ? "application/json" : "application/problem+json",
        ...headers,
      })
      .end(JSON.stringify(body));

const receipt = {
  feedback_id: "f1",
  interaction_id: "i1",
  created_at: "2026-01-05T10:00:00.000Z",
  message: "Stored.",
};
const device = expect.stringMatching(/^[0-9a-f]{32}$/);

/** The response to a batch of one. */
const batch = (status: number, result: object) =>
  json(status < 300 ? 201 : 207, { results: [{ type: "feedback", status, ...result }] });
const rating = { interaction_id: "i1", rating_type: "binary", rating_value: 1 } as const;

/** The promise's rejection. */
async function refusalOf(promise: Promise<unknown>): Promise<FeedbackRefused> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof FeedbackRefused)) throw new Error("was not refused", { cause: thrown });
  return thrown;
}

/** What the adapter reports about a rating that it cannot send yet. */
const keptOf = (adapter: FeedbackAdapter) =>
  new Promise<Kept>((resolve) => void adapter.submit(rating, { onKept: resolve }));

it("sends the rating with key, token and rater, and returns the receipt", async () => {
  const { adapter, received } = await adapterFor(batch(201, receipt), { userId: "u1", sessionId: "s1" });
  expect(await adapter.submit({ ...rating, feedback_id: "mine" })).toEqual(receipt);
  expect(received).toMatchObject([{ method: "POST", url: "/api/events" }]);
  expect(received[0]?.headers).toMatchObject({
    authorization: "Bearer pk_test",
    "content-type": "application/json",
  });
  expect(received[0]?.body).toEqual({
    events: [
      {
        type: "feedback",
        ...rating,
        feedback_id: "mine",
        user_id: "u1",
        session_id: "s1",
        device_id: device,
        feedback_token: "token",
      },
    ],
  });
});

it("generates an ID for a rating without one, and leaves out an unknown rater", async () => {
  const { adapter, received } = await adapterFor(batch(200, receipt));
  await adapter.submit(rating);
  const made = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(received[0]?.body).toEqual({
    events: [{ type: "feedback", ...rating, feedback_id: made, device_id: device, feedback_token: "token" }],
  });
});

it("removes by ID", async () => {
  const { adapter, received } = await adapterFor((response) => response.writeHead(204).end());
  await adapter.remove?.("a/b");
  expect(received[0]).toMatchObject({ method: "DELETE", url: "/api/feedback/a%2Fb" });
  expect(received[0]?.headers).toMatchObject({
    authorization: "Bearer pk_test",
    "x-feedback-token": "token",
    "x-device-id": device,
  });
});

it("rates and withdraws as the given device", async () => {
  const { adapter, received } = await adapterFor(batch(201, receipt), { deviceId: "mine" });
  await adapter.submit(rating);
  await adapter.remove?.("f1");
  expect(received[0]?.body.events).toMatchObject([{ device_id: "mine" }]);
  expect(received[1]?.headers).toMatchObject({ "x-device-id": "mine" });
});

it("treats a rating that no longer exists as removed", async () => {
  const { adapter } = await adapterFor(json(404, { code: "not_found", detail: "Not there." }));
  await expect(adapter.remove?.("f1")).resolves.toBeUndefined();
});

it("does not treat another server's 404 page as removed", async () => {
  const { adapter } = await adapterFor((response) => response.writeHead(404).end("<h1>Not found</h1>"));
  expect(await refusalOf(adapter.remove?.("f1") ?? Promise.resolve())).toMatchObject({
    code: "http_404",
    status: 404,
  });
});

it("reports a refusal of the rating with its code and message", async () => {
  const problem = { code: "id_reused", status: 409, detail: "Another rating has this id." };
  const { adapter } = await adapterFor(batch(409, problem));
  expect(await refusalOf(adapter.submit(rating))).toMatchObject({ ...problem, retryable: false });
});

it.each([
  ["the token", 403, "token_expired", "It is too late to give feedback on this response."],
  ["the key", 401, "key_revoked", "Feedback cannot be sent right now."],
])(
  "reports a refusal of %s with its code and a message for users, and the server's as its cause",
  async (...given) => {
    const [, status, code, detail] = given;
    const problem = { code, status, detail: "What a developer has to do." };
    const { adapter } = await adapterFor(status === 403 ? batch(status, problem) : json(status, problem));
    const refusal = await refusalOf(adapter.submit(rating));
    expect(refusal).toMatchObject({ code, status, detail, retryable: false });
    expect(refusal.cause).toMatchObject(problem);
  },
);

it.each<[string, (response: ServerResponse) => void, object]>([
  ["a server that is away", json(503, { code: "database_unavailable" }, { "Retry-After": "12" }), {}],
  ["a server that asks to wait", batch(429, { code: "too_many_writes", retry_after: 12 }), {}],
  ["a page that is no answer of ours", (response) => response.writeHead(200).end("<h1>Sign in</h1>"), {}],
  ["an answer to something else", json(201, { results: [] }), {}],
  ["a connection that breaks", (response) => response.destroy(), {}],
  ["a server that does not answer", () => {}, { timeoutMs: 30 }],
])("keeps the rating before %s", async (_, answer, options) => {
  const { adapter } = await adapterFor(answer, options);
  expect(await keptOf(adapter)).toEqual({ durable: false, offline: false });
});

it("drops a kept rating that is removed, and also asks the server, which may have it", async () => {
  const { adapter, received } = await adapterFor((response) => response.destroy());
  const submission = new Promise((resolve) => {
    const submitted = adapter.submit({ ...rating, feedback_id: "f1" }, { onKept: resolve });
    submitted.catch(() => {});
  });
  await submission;
  expect(await refusalOf(adapter.remove?.("f1") ?? Promise.resolve())).toMatchObject({ code: "unreachable" });
  expect(received.map(({ method }) => method)).toEqual(["POST", "DELETE"]);
});

it("removes a rating that never left the device without a request", async () => {
  vi.stubGlobal("navigator", { onLine: false });
  const { adapter, received } = await adapterFor(batch(201, receipt), {
    fetch: async () => {
      throw new TypeError("Failed to fetch");
    },
  });
  const kept = new Promise<Kept>((resolve) => {
    adapter.submit({ ...rating, feedback_id: "f1" }, { onKept: resolve }).catch(() => {});
  });
  expect(await kept).toMatchObject({ offline: true });
  await adapter.remove?.("f1");
  expect(received).toEqual([]);
});

it("sends ratings of any length, although browsers limit what can outlive the page", async () => {
  const kept: (boolean | undefined)[] = [];
  const { adapter } = await adapterFor(batch(201, receipt), {
    fetch: (url: string, init: RequestInit) => {
      kept.push(init.keepalive);
      return fetch(url, init);
    },
  });
  await adapter.submit({ interaction_id: "i1", rating_type: "correction", correction_text: "short" });
  await adapter.submit({
    interaction_id: "i1",
    rating_type: "correction",
    correction_text: "é".repeat(40_000),
  });
  expect(kept).toEqual([true, false]);
});

it("shares one queue among the adapters of a page, for all of its answers", async () => {
  const { adapter, received } = await adapterFor((response) => response.destroy());
  await keptOf(adapter);
  expect(received).toHaveLength(1);
  const address = { baseUrl: urlOf(server as Server), publishableKey: "pk_test" };
  void httpAdapter({ ...address, feedbackToken: "other" }).submit({ ...rating, interaction_id: "i2" });
  await vi.waitFor(() => expect(received).toHaveLength(2));
  expect(received[1]?.body.events).toMatchObject([
    { interaction_id: "i1", feedback_token: "token" },
    { interaction_id: "i2", feedback_token: "other" },
  ]);
});

it.each([
  ["credentials_invalid", 401, "Unknown API key."],
  ["origin_not_allowed", 403, "This key cannot be used from https://a.example. Add the origin."],
  ["token_missing", 403, "Send the interaction's feedback_token."],
  ["token_expired", 403, "The token expired at 2026-01-05T10:00:00.000Z."],
  ["token_for_other_interaction", 403, 'The token was issued for interaction "i2".'],
  ["invalid_body", 400, "rating_value: must be 0 or 1."],
])("logs the server's message for developers once: %s", async (code, status, detail) => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const { adapter } = await adapterFor(json(status, { code, detail }));
  for (const _ of [1, 2]) await adapter.submit(rating).catch(() => {});
  adapter.signal({ interaction_id: "i1", signal: "copy" });
  await adapter.remove("f1").catch(() => {});
  expect(warn.mock.calls).toEqual([
    [`whetstone: the server refused feedback: ${detail} (${status} ${code})`],
  ]);
  warn.mockRestore();
});

it.each([
  ["too many writes", 429],
  ["a server that is away", 503],
])("logs nothing about %s, which is temporary", async (_, status) => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const { adapter } = await adapterFor(json(status, { code: "x", detail: "Later." }));
  await adapter.remove("f1").catch(() => {});
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
