import type { ChatPrompt, PromptMessage, PromptTrack, TextPrompt } from "../prompts/prompt.ts";

/** What logs a call's answer with the prompt that it was made with. */
export interface TrackedCall {
  providerOptions: { whetstone: PromptTrack };
}

/** The messages that the AI SDK takes beside its instructions. */
export type SpokenMessage = { role: "user" | "assistant"; content: string };

/**
 * What of a prompt from `getPrompt` goes into a call of the AI SDK: `generateText({ model, ...promptCall(prompt) })`. The
 * middleware then logs which version the answer was made with. A text prompt becomes the `prompt`, or the `instructions`
 * where you ask for them; the system messages of a chat prompt become the `instructions`, the rest its `messages`.
 */
export function promptCall(prompt: TextPrompt, as: "instructions"): TrackedCall & { instructions: string };
export function promptCall(prompt: TextPrompt, as?: "prompt"): TrackedCall & { prompt: string };
export function promptCall(
  prompt: ChatPrompt,
): TrackedCall & { instructions?: string; messages: SpokenMessage[] };
export function promptCall(
  prompt: TextPrompt | ChatPrompt,
  as: "instructions" | "prompt" = "prompt",
): TrackedCall & { prompt?: string; instructions?: string; messages?: SpokenMessage[] } {
  const providerOptions = { whetstone: prompt.track };
  if (prompt.kind === "text")
    return as === "prompt"
      ? { prompt: prompt.text, providerOptions }
      : { instructions: prompt.text, providerOptions };
  const instructions = prompt.messages.flatMap(({ role, content }) => (role === "system" ? [content] : []));
  return {
    ...(instructions.length > 0 ? { instructions: instructions.join("\n\n") } : {}),
    messages: prompt.messages.filter(isSpoken),
    providerOptions,
  };
}

const isSpoken = (message: PromptMessage): message is SpokenMessage => message.role !== "system";
