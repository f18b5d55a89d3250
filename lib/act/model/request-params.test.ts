import { expect, it } from "vitest";
import { requestParams } from "./request-params.ts";

it.each<[string, Record<string, unknown> | null, Record<string, unknown>]>([
  ["none", null, {}],
  ["the API's own names", { temperature: 0.2, max_tokens: 80 }, { temperature: 0.2, max_tokens: 80 }],
  [
    "names of the AI SDK",
    { maxOutputTokens: 80, topP: 0.9, stopSequences: ["."] },
    { max_tokens: 80, top_p: 0.9, stop: ["."] },
  ],
  ["names that our middleware logs", { max_output_tokens: 80, seed: 7 }, { max_tokens: 80, seed: 7 }],
  [
    "what a server alone knows",
    { chat_template_kwargs: { thinking: false } },
    { chat_template_kwargs: { thinking: false } },
  ],
  ["nothing of what is ours", { model: "x", messages: [], stream: false, n: 5, stream_options: {} }, {}],
])("sends %s", (_, params, fields) => expect(requestParams(params)).toEqual(fields));
