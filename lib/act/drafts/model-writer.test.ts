import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { modelDraft } from "./model-writer.ts";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

interface Seen {
  url?: string | undefined;
  authorization?: string | undefined;
  body?: unknown;
}

/** A model server that answers every request in one way, and what it was asked. */
async function modelServer(answer: (response: ServerResponse) => void) {
  const seen: Seen = {};
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    seen.url = request.url;
    seen.authorization = request.headers.authorization;
    seen.body = JSON.parse(Buffer.concat(chunks).toString());
    answer(response);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  const settings = { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: "k", model: "fox-1", timeoutMs: 20_000 };
  return { settings, seen };
}

const json = (status: number, body: unknown) => (response: ServerResponse) => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

const completion = (content: string | null, usage?: object) => ({
  id: "c1",
  object: "chat.completion",
  created: 1_700_000_000,
  model: "fox-1-2026",
  choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
  ...(usage ? { usage } : {}),
});

describe("modelDraft", () => {
  it("gives the model's text, tokens and reason to stop", async () => {
    const usage = { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 };
    const { settings, seen } = await modelServer(json(200, completion(" Hello.\0\n", usage)));
    const draft = await modelDraft(settings, "Say hello.");
    expect(draft).toMatchObject({
      text: "Hello.",
      modelName: "fox-1",
      inputTokens: 12,
      outputTokens: 5,
      finishReason: "stop",
    });
    expect(draft.latencyMs).toBeGreaterThanOrEqual(0);
    expect(seen).toMatchObject({
      url: "/v1/chat/completions",
      authorization: "Bearer k",
      body: { model: "fox-1", messages: [{ role: "user", content: "Say hello." }] },
    });
  });

  it("leaves tokens open where the server does not count them", async () => {
    const { settings } = await modelServer(json(200, completion("Hello.")));
    const draft = await modelDraft(settings, "Say hello.");
    expect([draft.inputTokens, draft.outputTokens]).toEqual([undefined, undefined]);
  });

  it.each([
    [
      "a server that fails",
      json(500, { error: { message: "out of memory" } }),
      /returned an error. Try again/,
    ],
    ["a refused key", json(401, { error: { message: "bad key" } }), /Check LLM_API_KEY/],
    [
      "an unknown model",
      json(404, { error: { message: "no such model" } }),
      /Check LLM_MODEL and LLM_BASE_URL/,
    ],
    ["a busy server", json(429, { error: { message: "slow down" } }), /Try again later/],
    ["a refused request", json(400, { error: { message: "too long" } }), /Try a shorter text/],
    [
      "a web page",
      (response: ServerResponse) => response.end("<html></html>"),
      /not from an OpenAI-compatible API/,
    ],
    ["another JSON", json(200, { hello: "world" }), /not from an OpenAI-compatible API/],
    ["an empty text", json(200, completion("")), /returned no text/],
    ["no text", json(200, completion(null)), /returned no text/],
    [
      "more text than can be stored",
      json(200, completion("x".repeat(100_001))),
      /more text than can be stored/,
    ],
    ["a broken connection", (response: ServerResponse) => response.destroy(), /Cannot reach/],
  ])("refuses by name and says what to do: %s", async (_, answer, words) => {
    const { settings } = await modelServer(answer);
    await expect(modelDraft(settings, "Say hello.")).rejects.toMatchObject({
      code: "draft_failed",
      message: expect.stringMatching(words),
    });
  });

  it("gives up after its time", async () => {
    const { settings } = await modelServer(() => {});
    await expect(modelDraft({ ...settings, timeoutMs: 50 }, "Say hello.")).rejects.toMatchObject({
      code: "draft_failed",
      message: expect.stringMatching(/did not respond within/),
    });
  });

  it("names a server that is not there, by host alone", async () => {
    const { settings } = await modelServer(() => {});
    server?.close();
    const refusal = await modelDraft(settings, "Say hello.").catch((error: Error) => error.message);
    expect(refusal).toMatch(/Cannot reach the model server at 127\.0\.0\.1:\d+\. Check LLM_BASE_URL/);
    expect(refusal).not.toContain("/v1");
  });
});
