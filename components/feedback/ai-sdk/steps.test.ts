import {
  convertToModelMessages,
  generateText,
  readUIMessageStream,
  stepCountIs,
  streamText,
  tool,
  type UIMessage,
} from "ai";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { GenerateResult, StreamPart } from "./sdk-types.ts";
import { question, setUp } from "./testing/logged-model.ts";
import { finish, said, whole } from "./testing/mock-answers.ts";

const call = { type: "tool-call", toolCallId: "c1", toolName: "weather", input: '{"city":"Rome"}' } as const;
const calling = { ...finish, finishReason: { unified: "tool-calls", raw: "tool_calls" } } as const;
const textEnd = { type: "text-end", id: "t" } as const;
const inputSchema = z.object({ city: z.string() });
/** Run by the server within the call. */
const own = { weather: tool({ inputSchema, execute: async () => "sunny" }) };
/** Run by the page, which sends the message back. */
const ofThePage = { weather: tool({ inputSchema }) };

/** A model that asks for the weather, and then reports it. */
function asksFirst(before: StreamPart[] = [...said("Let me look."), textEnd]) {
  const set = setUp();
  const turns = [
    [...before, call, calling],
    [...said("It is sunny."), textEnd, finish],
  ];
  const model = set.model({ doStream: async () => ({ stream: set.stepping(turns.shift() ?? []) }) });
  return { ...set, model };
}

describe("a message with several steps", () => {
  it.each<[string, StreamPart[] | undefined, string]>([
    ["text, tool, text", undefined, "Let me look.\n\nIt is sunny."],
    ["tool, text", said().slice(0, 2), "It is sunny."],
  ])("(%s) is one interaction with all of its text, tokens and time", async (_, before, text) => {
    const { model, events, logged } = asksFirst(before);
    const result = streamText({ ...question, model, tools: own, stopWhen: stepCountIs(5) });
    await result.consumeStream();
    const stored = await events();
    expect(stored).toMatchObject([
      {
        response_text: text,
        finish_reason: "stop",
        input: question.prompt,
        input_tokens: 24,
        output_tokens: 10,
      },
    ]);
    expect(stored[0]).not.toHaveProperty("in_progress");
    expect(stored[0]?.response_latency_ms).toBeGreaterThan(800);
    const id = stored[0]?.interaction_id;
    const whetstone = { interaction_id: id, feedback_token: `token of ${id}` };
    const steps = await result.steps;
    expect(steps.map(({ providerMetadata }) => providerMetadata?.whetstone)).toEqual([whetstone, whetstone]);
    expect(logged.map(({ interactionId }) => interactionId)).toEqual([id]);
  });

  it("is one answer even without streaming", async () => {
    const { model, events } = setUp();
    const first = { ...whole, content: [{ type: "text", text: "Let me look." } as const, call] };
    const turns: GenerateResult[] = [{ ...first, finishReason: calling.finishReason }, whole];
    const doGenerate = async () => turns.shift() as GenerateResult;
    const result = await generateText({
      ...question,
      model: model({ doGenerate }),
      tools: own,
      stopWhen: stepCountIs(5),
    });
    const stored = await events();
    expect(stored).toMatchObject([
      { response_text: "Let me look.\n\nThe ferry is electric.", output_tokens: 10 },
    ]);
    expect(result.providerMetadata?.whetstone).toMatchObject({ interaction_id: stored[0]?.interaction_id });
  });

  it("is one answer if the page runs the tool and asks again, but not with the next question", async () => {
    const { model, events } = asksFirst();
    const ask = async (messages: UIMessage[]): Promise<UIMessage> => {
      const result = streamText({
        model,
        messages: await convertToModelMessages(messages),
        tools: ofThePage,
      });
      let last: UIMessage | undefined;
      const stream = result.toUIMessageStream({ originalMessages: messages });
      for await (const message of readUIMessageStream({ message: messages.at(-1), stream })) last = message;
      return JSON.parse(JSON.stringify(last));
    };
    const user: UIMessage = { id: "u", role: "user", parts: [{ type: "text", text: "Weather?" }] };
    const asked = await ask([user]);
    expect(await events()).toMatchObject([{ response_text: "Let me look.", in_progress: true }]);
    const answered = {
      ...asked,
      parts: asked.parts.map((part) =>
        part.type === "tool-weather" ? { ...part, state: "output-available", output: "sunny" } : part,
      ),
    } as UIMessage;
    await ask([user, answered]);
    expect(await events()).toMatchObject([
      { response_text: "Let me look.\n\nIt is sunny.", input: "Weather?" },
    ]);
  });

  it("is one answer under the caller's ID", async () => {
    const { model, events } = asksFirst();
    const providerOptions = { whetstone: { interaction_id: "mine" } };
    await streamText({
      ...question,
      model,
      tools: own,
      stopWhen: stepCountIs(5),
      providerOptions,
    }).consumeStream();
    expect(await events()).toMatchObject([
      { interaction_id: "mine", response_text: "Let me look.\n\nIt is sunny." },
    ]);
  });

  it("is two answers with a question in between", async () => {
    const { model, stepping, events } = setUp();
    const wrapped = model({
      doStream: async () => ({ stream: stepping([...said("Yes."), textEnd, finish]) }),
    });
    const first = streamText({ ...question, model: wrapped });
    const { messages } = await first.response;
    await streamText({
      model: wrapped,
      messages: [{ role: "user", content: "One?" }, ...messages, { role: "user", content: "Two?" }],
    }).consumeStream();
    expect(await events()).toMatchObject([
      { response_text: "Yes." },
      { response_text: "Yes.", input: "Two?" },
    ]);
  });
});
