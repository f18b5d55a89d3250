import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { FeedbackRefused } from "./adapter.ts";
import { httpAdapter } from "./http-adapter.ts";

interface Received {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** An adapter for a server that answers as told, and what that server received. */
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
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    received,
    adapter: httpAdapter({ baseUrl, publishableKey: "pk_test", feedbackToken: "token", ...options }),
  };
}

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
const rating = { interaction_id: "i1", rating_type: "binary", rating_value: 1 } as const;

/** What the promise was refused with. */
async function refusalOf(promise: Promise<unknown>): Promise<FeedbackRefused> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof FeedbackRefused)) throw new Error("was not refused", { cause: thrown });
  return thrown;
}

it("posts the rating with key, token and who rates, and gives back the receipt", async () => {
  const { adapter, received } = await adapterFor(json(201, receipt), { userId: "u1", sessionId: "s1" });
  expect(await adapter.submit({ ...rating, feedback_id: "mine" })).toEqual(receipt);
  expect(received).toMatchObject([{ method: "POST", url: "/api/feedback" }]);
  expect(received[0]?.headers).toMatchObject({
    authorization: "Bearer pk_test",
    "x-feedback-token": "token",
    "content-type": "application/json",
  });
  expect(received[0]?.body).toEqual({ ...rating, feedback_id: "mine", user_id: "u1", session_id: "s1" });
});

it("makes an id for a rating that has none, and leaves out who rates when nobody said", async () => {
  const { adapter, received } = await adapterFor(json(200, receipt));
  await adapter.submit(rating);
  expect(received[0]?.body).toEqual({ ...rating, feedback_id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

it("removes by id", async () => {
  const { adapter, received } = await adapterFor((response) => response.writeHead(204).end());
  await adapter.remove?.("a/b");
  expect(received[0]).toMatchObject({ method: "DELETE", url: "/api/feedback/a%2Fb" });
  expect(received[0]?.headers).toMatchObject({
    authorization: "Bearer pk_test",
    "x-feedback-token": "token",
  });
});

it("takes a rating that is no longer there for removed", async () => {
  const { adapter } = await adapterFor(json(404, { code: "not_found", detail: "Not there." }));
  await expect(adapter.remove?.("f1")).resolves.toBeUndefined();
});

it("does not take a stranger's 404 page for removed", async () => {
  const { adapter } = await adapterFor((response) => response.writeHead(404).end("<h1>Not found</h1>"));
  expect(await refusalOf(adapter.remove?.("f1") ?? Promise.resolve())).toMatchObject({
    code: "http_404",
    status: 404,
  });
});

it("tells a refusal by its name and words", async () => {
  const problem = { code: "token_expired", status: 403, detail: "The feedback token has expired." };
  const { adapter } = await adapterFor(json(403, problem));
  expect(await refusalOf(adapter.submit(rating))).toMatchObject({ ...problem, retryable: false });
});

it.each([429, 503])("tells how long to wait after a %i", async (status) => {
  const { adapter } = await adapterFor(
    json(status, { code: "later", detail: "Later." }, { "Retry-After": "12" }),
  );
  expect(await refusalOf(adapter.submit(rating))).toMatchObject({
    status,
    retryable: true,
    retryAfterSeconds: 12,
  });
});

it("does not take a success that is no receipt for stored", async () => {
  const { adapter } = await adapterFor((response) => response.writeHead(200).end("<h1>Sign in</h1>"));
  expect(await refusalOf(adapter.submit(rating))).toMatchObject({
    code: "unreadable_answer",
    retryable: true,
  });
});

it("tells of a connection that breaks", async () => {
  const { adapter } = await adapterFor((response) => response.destroy());
  expect(await refusalOf(adapter.submit(rating))).toMatchObject({
    code: "unreachable",
    status: 0,
    retryable: true,
  });
});

it("gives up on a server that does not answer", async () => {
  const { adapter } = await adapterFor(() => {}, { timeoutMs: 30 });
  expect(await refusalOf(adapter.submit(rating))).toMatchObject({
    code: "timed_out",
    status: 0,
    retryable: true,
  });
});

it("sends an edit of any length, though browsers limit what may outlive the page", async () => {
  const kept: (boolean | undefined)[] = [];
  const { adapter } = await adapterFor(json(201, receipt), {
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
