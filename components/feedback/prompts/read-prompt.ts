import { type CompiledText, compileText, fillText } from "./compile-text.ts";
import type { PromptMessage, PromptVariables } from "./prompt.ts";

/** A content whose variables can be filled in. */
export type Compiled =
  | { kind: "text"; text: CompiledText }
  | { kind: "chat"; messages: readonly { role: PromptMessage["role"]; content: CompiledText }[] };

/** A content with its variables filled in. */
export type Filled = { kind: "text"; text: string } | { kind: "chat"; messages: PromptMessage[] };

/** A version as the server answered it. */
export interface FetchedPrompt {
  version: string;
  content: Compiled;
  modelName: string | null;
  modelParams: Record<string, unknown> | null;
}

/** Takes a content apart, once for all that will be filled in. */
export const compile = (content: string | readonly PromptMessage[]): Compiled =>
  typeof content === "string"
    ? { kind: "text", text: compileText(content) }
    : {
        kind: "chat",
        messages: content.map(({ role, content: text }) => ({ role, content: compileText(text) })),
      };

/** Fills variables in; `missing` gets the names of those that have no value. */
export const fill = (content: Compiled, variables: PromptVariables, missing: Set<string>): Filled =>
  content.kind === "text"
    ? { kind: "text", text: fillText(content.text, variables, missing) }
    : {
        kind: "chat",
        messages: content.messages.map(({ role, content: text }) => ({
          role,
          content: fillText(text, variables, missing),
        })),
      };

/** A prompt from the server's JSON; null for anything else. */
export function readPrompt(json: unknown): FetchedPrompt | null {
  if (!isRecord(json) || typeof json.version !== "string") return null;
  const { version, text, messages, model_name, model_params } = json;
  const content = typeof text === "string" ? text : readMessages(messages);
  if (content === null) return null;
  return {
    version,
    content: compile(content),
    modelName: typeof model_name === "string" ? model_name : null,
    modelParams: isRecord(model_params) ? model_params : null,
  };
}

function readMessages(messages: unknown): PromptMessage[] | null {
  return Array.isArray(messages) && messages.length > 0 && messages.every(isMessage) ? messages : null;
}

const isMessage = (message: unknown): message is PromptMessage =>
  isRecord(message) && typeof message.role === "string" && typeof message.content === "string";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
