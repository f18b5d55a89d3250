import { streamText } from "ai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { problem } from "../client/testing/fake-server.ts";
import { feedbackIds } from "./feedback-mark.ts";
import type { StreamPart } from "./sdk-types.ts";
import { question, setUp } from "./testing/logged-model.ts";
import { finish, said } from "./testing/mock-answers.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** A stream controlled by the test. */
function handFed() {
  let feed: ReadableStreamDefaultController<StreamPart> | undefined;
  const stream = new ReadableStream<StreamPart>({
    start: (controller) => {
      feed = controller;
    },
  });
  const give = (...parts: StreamPart[]) => {
    for (const part of parts) feed?.enqueue(part);
  };
  return { stream, give };
}

describe("the IDs to rate an answer with", () => {
  it("come with the first part that its reader sees", async () => {
    const { model, stepping, logged } = setUp();
    const parts = [...said("One"), { type: "text-end", id: "t" } as const, finish];
    const result = streamText({
      ...question,
      model: model({ doStream: async () => ({ stream: stepping(parts) }) }),
    });
    const seen = [];
    for await (const part of result.fullStream)
      if (feedbackIds(part)) seen.push([part.type, feedbackIds(part)]);
    const id = logged[0]?.interactionId;
    const ids = { interaction_id: id, feedback_token: `token of ${id}` };
    expect(seen[0]).toEqual(["text-start", ids]);
    expect(logged).toHaveLength(1);
  });

  it("reach the page with the message's first part, whatever the provider's metadata", async () => {
    const { model, stepping, logged } = setUp();
    const own = { mock: { itemId: "x" } };
    const parts = [
      ...said().slice(0, 2),
      { type: "reasoning-start", id: "r", providerMetadata: own } as const,
      { type: "reasoning-end", id: "r" } as const,
      { type: "text-start", id: "t", providerMetadata: own } as const,
      { type: "text-delta", id: "t", delta: "One" } as const,
      { type: "text-end", id: "t", providerMetadata: { mock: { annotated: true } } } as const,
      finish,
    ];
    const result = streamText({
      ...question,
      model: model({ doStream: async () => ({ stream: stepping(parts) }) }),
    });
    const chunks = [];
    const messages = result.toUIMessageStream({ messageMetadata: ({ part }) => feedbackIds(part) });
    for await (const chunk of messages) chunks.push(chunk);
    const id = logged[0]?.interactionId;
    const whetstone = { interaction_id: id, feedback_token: `token of ${id}` };
    expect(chunks.find(({ type }) => type === "message-metadata")).toMatchObject({
      messageMetadata: whetstone,
    });
    expect(chunks.find(({ type }) => type === "reasoning-start")).toMatchObject({
      providerMetadata: { ...own, whetstone },
    });
    const [step] = await result.steps;
    expect(step?.content).toMatchObject([
      { type: "reasoning", providerMetadata: { ...own, whetstone } },
      { type: "text", providerMetadata: { mock: { annotated: true }, whetstone } },
    ]);
  });

  it("are available for a stopped answer, which is then logged as far as it came", async () => {
    const { model, events, client } = setUp();
    const { stream, give } = handFed();
    const { stream: read } = await model({ doStream: async () => ({ stream }) }).doStream({ prompt: [] });
    give(...said("Half an "));
    const reader = read.getReader();
    let ids: ReturnType<typeof feedbackIds>;
    while (!ids) ids = feedbackIds((await reader.read()).value ?? {});
    expect(ids.feedback_token).toBe(`token of ${ids.interaction_id}`);
    await reader.read();
    await reader.cancel();
    client.sendFeedback({ ...ids, feedback_token: undefined, rating_type: "binary", rating_value: 0 });
    expect(await events()).toMatchObject([
      {
        interaction_id: ids.interaction_id,
        response_text: "Half an ",
        finish_reason: "aborted",
        rating_value: 0,
      },
    ]);
  });

  it("come with a later part if the server is slow, without delaying the text twice", async () => {
    const { model, server } = setUp({ tokenWaitMs: 10 });
    const answer = server.answer;
    let speak = () => {};
    const silence = new Promise<void>((resolve) => {
      speak = resolve;
    });
    server.answer = async (received) => {
      await silence;
      return answer(received);
    };
    const { stream, give } = handFed();
    const wrapped = model({ doStream: async () => ({ stream }) });
    const { stream: read } = await wrapped.doStream({ prompt: [] });
    give(...said("One"), { type: "text-end", id: "t" });
    const reader = read.getReader();
    const next = async (type: string) => {
      for (;;) {
        const { value } = await reader.read();
        if (value?.type === type) return feedbackIds(value);
      }
    };
    const first = await next("text-start");
    expect(first).toMatchObject({ feedback_token: null });
    vi.useFakeTimers();
    const other = handFed();
    const again = await model({ doStream: async () => ({ stream: other.stream }) }).doStream({ prompt: [] });
    other.give(...said("Two"));
    // The clock stands still, so any wait would last forever.
    const second = again.stream.getReader();
    for (let read = 0; read < 4; read++) await second.read();
    vi.useRealTimers();
    speak();
    await vi.waitFor(async () => {
      give({ type: "text-start", id: "u" });
      expect((await next("text-start"))?.feedback_token).toBe(`token of ${first?.interaction_id}`);
    });
  });

  it("have no token while the server is unavailable, and the text is unaffected", async () => {
    const { model, server, stepping } = setUp({ tokenWaitMs: 10 });
    server.answer = () => problem(503, "database_unavailable");
    const result = streamText({
      ...question,
      model: model({ doStream: async () => ({ stream: stepping([...said("One"), finish]) }) }),
    });
    expect(await result.text).toBe("One");
    expect((await result.providerMetadata)?.whetstone).toMatchObject({ feedback_token: null });
  });

  it("are sent once, and completely, when the server is back", async () => {
    const { model, server, stepping, logged, events } = setUp({ tokenWaitMs: 0 });
    const wrapped = model({ doStream: async () => ({ stream: stepping([...said("One"), finish]) }) });
    await streamText({ ...question, model: wrapped }).consumeStream();
    expect(await events()).toMatchObject([{ response_text: "One", finish_reason: "stop" }]);
    expect(server.received).toHaveLength(1);
    expect(await logged[0]?.stored).toMatchObject({ interaction_id: logged[0]?.interactionId });
  });
});

it("an answer that is no longer read, as after a closed tab, is logged as far as it was read", async () => {
  vi.useFakeTimers();
  const { model, events } = setUp({ tokenWaitMs: 0 });
  const { stream, give } = handFed();
  const { stream: read } = await model({ doStream: async () => ({ stream }) }).doStream({ prompt: [] });
  give(...said("Half an ", "answer"));
  const reader = read.getReader();
  for (let part = 0; part < 4; part++) await reader.read();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await events()).toMatchObject([{ response_text: "Half an answer", in_progress: true }]);
});
