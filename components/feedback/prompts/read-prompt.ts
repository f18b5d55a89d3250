import type { AssignableArm, AssignableExperiment } from "./assignment.ts";
import { type CompiledText, compileText, fillText } from "./compile-text.ts";
import type { PromptMessage, PromptVariables } from "./prompt.ts";

/** A content whose variables can be filled in. */
export type Compiled =
  | { kind: "text"; text: CompiledText }
  | { kind: "chat"; messages: readonly { role: PromptMessage["role"]; content: CompiledText }[] };

/** A content with its variables filled in. */
export type Filled = { kind: "text"; text: string } | { kind: "chat"; messages: PromptMessage[] };

/** A version as the server answered it. */
export interface FetchedVersion {
  version: string;
  content: Compiled;
  modelName: string | null;
  modelParams: Record<string, unknown> | null;
}

/** The experiment that splits a label's readers, with the version that each arm serves. */
export interface FetchedExperiment extends AssignableExperiment {
  experiment: string;
  arms: readonly (AssignableArm & { served: FetchedVersion })[];
}

/** The version that a label stands for, and the experiment that runs on it. */
export interface FetchedPrompt extends FetchedVersion {
  experiment: FetchedExperiment | null;
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

/** The variables of a content, each once. */
export function namesIn(content: Compiled): Set<string> {
  const texts = content.kind === "text" ? [content.text] : content.messages.map((message) => message.content);
  return new Set(
    texts.flatMap((text) => text.flatMap((piece) => (typeof piece === "string" ? [] : [piece.variable]))),
  );
}

/** A prompt from the server's JSON; null for anything else. An experiment that cannot be read is none. */
export function readPrompt(json: unknown): FetchedPrompt | null {
  const version = readVersion(json);
  return version && { ...version, experiment: readExperiment((json as Record<string, unknown>).experiment) };
}

function readExperiment(json: unknown): FetchedExperiment | null {
  if (!isRecord(json) || !Array.isArray(json.arms)) return null;
  const { experiment, salt, traffic } = json;
  if (typeof experiment !== "string" || typeof salt !== "string" || typeof traffic !== "number") return null;
  const arms = json.arms.flatMap((arm: unknown) => readArm(arm) ?? []);
  // With an arm less, its users would be dealt to the others.
  return arms.length === json.arms.length ? { experiment, salt, traffic, arms } : null;
}

function readArm(json: unknown): FetchedExperiment["arms"][number] | null {
  if (!isRecord(json)) return null;
  const { variant, weight } = json;
  const served = readVersion(json);
  return served && typeof variant === "string" && typeof weight === "number"
    ? { variant, weight, served }
    : null;
}

function readVersion(json: unknown): FetchedVersion | null {
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
