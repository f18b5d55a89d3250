import type { InteractionFields } from "../client/event.ts";
import { clipText } from "./clip-text.ts";
import { jsonWithoutData } from "./json-without-data.ts";
import type { CallParams } from "./sdk-types.ts";

type Message = CallParams["prompt"][number];

/**
 * The interaction fields of the question: what the user asked, the whole prompt, and the model's parameters.
 */
export function callFields(params: CallParams): Partial<InteractionFields> {
  const asked = params.prompt.filter(({ role }) => role === "user").at(-1);
  const input = asked ? messageText(asked) : "";
  const modelParams = settingsOf(params);
  return {
    ...(input === "" ? {} : { input: clipText(input) }),
    prompt_text: clipText(
      params.prompt.map((message) => `${message.role}: ${messageText(message)}`).join("\n\n"),
    ),
    ...(Object.keys(modelParams).length === 0 ? {} : { model_params: modelParams }),
  };
}

/** The fields for this call only, given as `providerOptions: { whetstone: { user_id, … } }`. */
export const callerFields = (params: CallParams): Partial<InteractionFields> =>
  params.providerOptions?.whetstone ?? {};

function messageText({ content }: Message): string {
  if (typeof content === "string") return content;
  const texts = content.map((part) => {
    switch (part.type) {
      case "text":
      case "reasoning":
        return part.text;
      case "tool-call":
        return `[calls ${part.toolName}: ${jsonWithoutData(part.input)}]`;
      case "tool-result":
        return `[${part.toolName} answers: ${jsonWithoutData(part.output)}]`;
      default:
        return `[${part.type}]`;
    }
  });
  return texts.join("\n");
}

function settingsOf(params: CallParams): Record<string, unknown> {
  const settings = {
    temperature: params.temperature,
    top_p: params.topP,
    top_k: params.topK,
    max_output_tokens: params.maxOutputTokens,
    presence_penalty: params.presencePenalty,
    frequency_penalty: params.frequencyPenalty,
    stop_sequences: params.stopSequences,
    seed: params.seed,
    reasoning: params.reasoning,
    response_format: params.responseFormat?.type,
    tools: params.tools?.map(({ name }) => name),
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
