import { generateText, streamText } from "ai";
import { describe, expect, it, vi } from "vitest";
import { problem } from "../client/testing/fake-server.ts";
import type { StreamPart } from "./sdk-types.ts";
import { question, setUp } from "./testing/logged-model.ts";
import { finish, said, whole } from "./testing/mock-answers.ts";

describe("a streamed answer", () => {
  it("is logged with its text, tokens and latency, and returns its ID and token", async () => {
    const { model, stepping, events, logged } = setUp();
    const parts = [...said("The ferry ", "is ", "electric."), { type: "text-end", id: "t" } as const, finish];
    const result = streamText({
      ...question,
      model: model({ doStream: async () => ({ stream: stepping(parts) }) }),
    });
    expect(await result.text).toBe("The ferry is electric.");
    const id = logged[0]?.interactionId;
    expect(await result.providerMetadata).toEqual({
      mock: { cached: true },
      whetstone: { interaction_id: id, feedback_token: `token of ${id}` },
    });
    expect(await events()).toEqual([
      {
        type: "interaction",
        interaction_id: id,
        feature_name: "summary",
        model_name: "mock-model",
        input: question.prompt,
        prompt_text: `system: Be short.\n\nuser: ${question.prompt}`,
        response_text: "The ferry is electric.",
        model_params: { temperature: 0.2 },
        input_tokens: 12,
        output_tokens: 5,
        token_count: 17,
        finish_reason: "stop",
        // One step for each part up to the last, and none for the wait for the token.
        response_latency_ms: parts.length * 100,
        metadata: { provider: "mock", response_id: "r1", response_model: "mock-2026-01" },
      },
    ]);
  });

  it("is passed on part by part, before it is complete", async () => {
    const { model, server } = setUp();
    let give: (part: StreamPart) => void = () => {};
    const stream = new ReadableStream<StreamPart>({
      start: (controller) => {
        give = (part) => controller.enqueue(part);
      },
    });
    const { textStream } = streamText({ ...question, model: model({ doStream: async () => ({ stream }) }) });
    const reader = textStream.getReader();
    for (const part of said("One")) give(part);
    expect((await reader.read()).value).toBe("One");
    give({ type: "text-delta", id: "t", delta: "Two" });
    expect((await reader.read()).value).toBe("Two");
    expect(server.received).toMatchObject([{ events: [{ response_text: "", in_progress: true }] }]);
  });

  it.each<[string, (controller: ReadableStreamDefaultController<StreamPart>) => void, string]>([
    ["an error of the model", (controller) => controller.error(new Error("overloaded")), "error"],
    ["an end without a last part", (controller) => controller.close(), "interrupted"],
  ])("that breaks by %s is logged as far as it was shown", async (_, breakOff, reason) => {
    const { model, events } = setUp();
    const pending = said("Half an ");
    const stream = new ReadableStream<StreamPart>({
      pull(controller) {
        const part = pending.shift();
        if (part) controller.enqueue(part);
        else breakOff(controller);
      },
    });
    const result = streamText({
      ...question,
      model: model({ doStream: async () => ({ stream }) }),
      onError: () => {},
    });
    await result.consumeStream();
    expect(await events()).toMatchObject([{ response_text: "Half an ", finish_reason: reason }]);
  });

  it("is logged as far as it was shown if the caller aborts", async () => {
    const { model, events } = setUp();
    const abort = new AbortController();
    const result = streamText({
      ...question,
      abortSignal: abort.signal,
      model: model({
        doStream: async ({ abortSignal }) => ({
          stream: new ReadableStream<StreamPart>({
            start(controller) {
              for (const part of said("Half an ")) controller.enqueue(part);
              abortSignal?.addEventListener("abort", () => controller.error(abortSignal.reason));
            },
          }),
        }),
      }),
    });
    for await (const _ of result.textStream) abort.abort();
    await vi.waitFor(async () =>
      expect(await events()).toMatchObject([{ response_text: "Half an ", finish_reason: "aborted" }]),
    );
  });

  it("is logged as far as it was read if its reader stops", async () => {
    const { model, events, stepping } = setUp();
    const wrapped = model({
      doStream: async () => ({ stream: stepping([...said("One", "Two", "Three"), finish]) }),
    });
    const { stream } = await wrapped.doStream({ prompt: [] });
    const reader = stream.getReader();
    for (let read = 0; read < 4; read++) await reader.read();
    await reader.cancel();
    const [event] = await events();
    expect(event).toMatchObject({ finish_reason: "aborted" });
    expect(event?.response_text).toMatch(/^One/);
  });

  it("is logged with its finish reason if it is empty, since it can be rated", async () => {
    const { model, events, stepping } = setUp();
    const wrapped = model({ doStream: async () => ({ stream: stepping([...said(" "), finish]) }) });
    await streamText({ ...question, model: wrapped }).consumeStream();
    const [event] = await events();
    expect(event).toMatchObject({ response_text: " ", finish_reason: "stop" });
    expect(event).not.toHaveProperty("in_progress");
  });
});

describe("a complete answer", () => {
  it("is logged, and returns its ID and token along with the provider's metadata", async () => {
    const { model, events } = setUp();
    const answer = { ...whole, providerMetadata: { mock: { cached: true } } };
    const result = await generateText({ ...question, model: model({ doGenerate: answer }) });
    const [event] = await events();
    expect(event).toMatchObject({
      response_text: "The ferry is electric.",
      input_tokens: 12,
      output_tokens: 5,
      finish_reason: "stop",
    });
    expect(result.providerMetadata).toEqual({
      mock: { cached: true },
      whetstone: {
        interaction_id: event?.interaction_id,
        feedback_token: `token of ${event?.interaction_id}`,
      },
    });
  });

  it("is logged with the caller's fields for this call", async () => {
    const { model, events } = setUp({ userId: "everyone", fields: { prompt_version: "v1", tenant: "acme" } });
    await generateText({
      ...question,
      model: model({ doGenerate: whole }),
      providerOptions: { whetstone: { user_id: "u1", prompt_version: "v2", metadata: { page: "/help" } } },
    });
    expect(await events()).toMatchObject([
      {
        user_id: "u1",
        prompt_version: "v2",
        tenant: "acme",
        metadata: { provider: "mock", page: "/help" },
      },
    ]);
  });

  it("is logged with its sources, and the conversation before it", async () => {
    const { model, events } = setUp();
    const source = {
      type: "source",
      sourceType: "url",
      id: "s1",
      url: "https://a.test",
      title: "A",
    } as const;
    const doGenerate = { ...whole, content: [...whole.content, source] };
    await generateText({
      model: model({ doGenerate }),
      messages: [
        { role: "user", content: "Hello" },
        { role: "assistant", content: "Hi." },
        { role: "user", content: [{ type: "text", text: "And now?" }] },
      ],
    });
    expect(await events()).toMatchObject([
      {
        input: "And now?",
        prompt_text: "user: Hello\n\nassistant: Hi.\n\nuser: And now?",
        citations: [{ id: "s1", url: "https://a.test", title: "A" }],
      },
    ]);
  });

  it("loses its middle if it is too long for the server", async () => {
    const { model, events } = setUp();
    const text = `first ${"x".repeat(200_000)} last`;
    const doGenerate = { ...whole, content: [{ type: "text" as const, text }] };
    expect((await generateText({ ...question, model: model({ doGenerate }) })).text).toBe(text);
    const logged = String((await events())[0]?.response_text);
    expect(logged.length).toBeLessThanOrEqual(100_000);
    expect(logged).toMatch(/^first .*characters left out.* last$/s);
  });
});

describe("when the answer cannot be logged", () => {
  it.each([
    ["a server that is away", () => problem(503, "database_unavailable")],
    ["a server that refuses", () => problem(401, "credentials_invalid")],
    ["a server that never answers", () => new Promise<Response>(() => {})],
  ])("%s leaves the answer unchanged, with an ID and no token", async (_, answer) => {
    const { model, server, logged } = setUp({ tokenWaitMs: 20 });
    server.answer = answer;
    const result = await generateText({ ...question, model: model({ doGenerate: whole }) });
    expect(result.text).toBe("The ferry is electric.");
    expect(result.providerMetadata?.whetstone).toEqual({
      interaction_id: logged[0]?.interactionId,
      feedback_token: null,
    });
  });

  it("an error in the host's own code leaves it unchanged too", async () => {
    const onLogged = () => {
      throw new Error("not mine");
    };
    const { model } = setUp({ onLogged });
    const result = await generateText({ ...question, model: model({ doGenerate: whole }) });
    expect(result.text).toBe("The ferry is electric.");
    expect(result.providerMetadata?.whetstone).toMatchObject({ feedback_token: expect.any(String) });
  });
});
