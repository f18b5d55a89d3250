/** Parameters as the AI SDK and our own middleware call them, and what the API calls them. */
const apiNames: Readonly<Record<string, string>> = {
  maxOutputTokens: "max_tokens",
  max_output_tokens: "max_tokens",
  maxTokens: "max_tokens",
  topP: "top_p",
  topK: "top_k",
  presencePenalty: "presence_penalty",
  frequencyPenalty: "frequency_penalty",
  stopSequences: "stop",
  stop_sequences: "stop",
};

/** What we decide ourselves: what is asked of whom, and how it is answered. */
const OURS: ReadonlySet<string> = new Set(["model", "messages", "stream", "stream_options", "n"]);

/** A version's parameters as fields of the request to an OpenAI-compatible API. All others are sent as they are. */
export function requestParams(params: Readonly<Record<string, unknown>> | null): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params ?? {}).flatMap(([name, value]) => {
      const field = Object.hasOwn(apiNames, name) ? (apiNames[name] ?? name) : name;
      return OURS.has(field) ? [] : [[field, value]];
    }),
  );
}
