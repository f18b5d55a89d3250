// The same with the AI SDK, which can only be imported.
import { generateText, type LanguageModel, wrapLanguageModel } from "ai";
import { type FeedbackIds, feedbackIds, promptCall, whetstoneMiddleware } from "whetstone/ai-sdk";
import type { ServerClient } from "whetstone/client";

export const wrapped = (model: Exclude<LanguageModel, string>, client: ServerClient, userId?: string) =>
  wrapLanguageModel({ model, middleware: whetstoneMiddleware({ client, featureName: "f", userId }) });

export const idsOf = (part: object): FeedbackIds | undefined => feedbackIds(part);

export async function ask(model: LanguageModel, client: ServerClient): Promise<string[]> {
  const text = await client.getPrompt("greet", { fallback: "Hi" });
  const chat = await client.getPrompt("ask", { fallback: [{ role: "user", content: "Why?" }] });
  const answers = [
    await generateText({ model, ...promptCall(text) }),
    await generateText({ model, ...promptCall(text, "instructions"), prompt: "Go." }),
    await generateText({ model, ...promptCall(chat) }),
  ];
  return answers.map((answer) => answer.text);
}
