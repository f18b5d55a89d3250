import { generateText } from "ai";
import { expect, it } from "vitest";
import type { ChatPrompt, TextPrompt } from "../prompts/prompt.ts";
import { promptCall } from "./prompt-call.ts";
import { setUp } from "./testing/logged-model.ts";
import { whole } from "./testing/mock-answers.ts";

const got = {
  version: "v3",
  variant: "short",
  modelName: null,
  modelParams: null,
  track: {
    ...{ prompt_template: "summary", prompt_version: "v3", user_id: "u1" },
    prompt_variables: { article: "the ferry" },
    ...{ experiment: "shorter", variant: "short" },
  },
};
const text: TextPrompt = { kind: "text", text: "Summarise: the ferry.", ...got };
const chat: ChatPrompt = {
  kind: "chat",
  messages: [
    { role: "system", content: "Be short." },
    { role: "user", content: "Hi" },
    { role: "assistant", content: "Hello." },
    { role: "user", content: "Why?" },
  ],
  ...got,
};

it.each<[string, () => object, string]>([
  ["a text as the prompt", () => promptCall(text), "user: Summarise: the ferry."],
  [
    "a text as the instructions",
    () => ({ ...promptCall(text, "instructions"), prompt: "Go." }),
    "system: Summarise: the ferry.\n\nuser: Go.",
  ],
  [
    "messages, those of the system as instructions",
    () => promptCall(chat),
    "system: Be short.\n\nuser: Hi\n\nassistant: Hello.\n\nuser: Why?",
  ],
])("asks the model with %s, and logs version and variant", async (_, call, prompt) => {
  const { model, events } = setUp();
  await generateText({
    model: model({ doGenerate: async () => whole }),
    ...(call() as ReturnType<typeof promptCall>),
  });
  expect(await events()).toMatchObject([{ prompt_text: prompt, ...got.track }]);
});
