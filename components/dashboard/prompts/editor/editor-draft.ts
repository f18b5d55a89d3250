import { sentence } from "#components/ui/fields/send-json.ts";
import type { PromptVersion } from "#lib/act/prompts/index.ts";
import { includeKey, includesOf, parseTemplate, variablesOf } from "#lib/domain/prompt-syntax.ts";

/** Who says a message. */
export type MessageRole = "system" | "user" | "assistant";

/** A message as it is written. */
export interface DraftMessage {
  /** Tells it apart while messages are added, moved and removed. */
  key: number;
  role: MessageRole;
  content: string;
}

/** A version of a prompt as it is written. */
export interface EditorDraft {
  kind: "text" | "chat";
  text: string;
  messages: DraftMessage[];
  modelName: string;
  /** JSON. */
  modelParams: string;
  note: string;
}

/** A new prompt. */
export const emptyDraft: EditorDraft = {
  ...{ kind: "text", text: "", modelName: "", modelParams: "", note: "" },
  messages: [],
};

/** What the next version is made from: all of a version but its note. */
export const draftOfContent = ({
  content,
  modelName,
  modelParams,
}: Pick<PromptVersion, "content" | "modelName" | "modelParams">): EditorDraft => ({
  ...emptyDraft,
  ...(typeof content === "string"
    ? { text: content }
    : { kind: "chat", messages: content.map((message, key) => ({ ...message, key })) }),
  modelName: modelName ?? "",
  modelParams: modelParams === null ? "" : JSON.stringify(modelParams, null, 2),
});

/** A draft of the other kind, with what was written. */
export function draftOfKind(draft: EditorDraft, kind: EditorDraft["kind"]): EditorDraft {
  if (kind === draft.kind) return draft;
  return kind === "chat"
    ? { ...draft, kind, messages: [{ key: 0, role: "user", content: draft.text }] }
    : { ...draft, kind, text: draft.messages.map(({ content }) => content).join("\n\n") };
}

/** The texts of a draft, each with what it is called. */
const textsOf = ({ kind, text, messages }: EditorDraft): { name: string; text: string }[] =>
  kind === "text"
    ? [{ name: "", text }]
    : messages.map(({ content }, index) => ({ name: `Message ${index + 1}, `, text: content }));

/** What stands in a draft's texts. */
interface DraftTags {
  variables: string[];
  includes: string[];
  /** "Line 1, column 4: …", with its message of a chat prompt. */
  faults: string[];
}

/** The variables, included prompts and faults of a draft. */
export function draftTags(draft: EditorDraft): DraftTags {
  const parsed = textsOf(draft).map(({ name, text }) => ({ name, ...parseTemplate(text) }));
  const parts = parsed.flatMap((each) => each.parts);
  return {
    variables: variablesOf(parts),
    includes: includesOf(parts).map(includeKey),
    faults: parsed.flatMap(({ name, faults }) =>
      faults.map(
        ({ line, column, message }) =>
          `${name}${name ? "line" : "Line"} ${line}, column ${column}: ${message}.`,
      ),
    ),
  };
}

/** The parameters of the model that a text holds; null where it is no JSON object. */
export function parseParams(text: string): Record<string, unknown> | null {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** What of a draft is sent; what is empty is not. */
export function draftBody(draft: EditorDraft, params: Record<string, unknown>) {
  const { kind, text, messages, modelName, note } = draft;
  return {
    ...(kind === "text" ? { text } : { messages: messages.map(({ role, content }) => ({ role, content })) }),
    ...(modelName.trim() === "" ? {} : { model_name: modelName.trim() }),
    ...(Object.keys(params).length > 0 ? { model_params: params } : {}),
    note: note.trim(),
  };
}

/** What was refused of single messages, by their place. */
export function messageErrors(problem: unknown): Map<number, string> {
  const errors = (problem as { errors?: unknown } | null)?.errors;
  const found = new Map<number, string>();
  for (const error of Array.isArray(errors) ? errors : []) {
    const { path, message } = (error ?? {}) as { path?: unknown; message?: unknown };
    const place = typeof path === "string" ? /^messages\.(\d+)/.exec(path)?.[1] : undefined;
    if (place !== undefined && typeof message === "string" && !found.has(Number(place)))
      found.set(Number(place), sentence(message));
  }
  return found;
}

/** That somebody added a version meanwhile. */
export interface Outdated {
  newest: string;
  changes: { version: string; author: string; note: string; created_at: string }[];
  /** Null where the texts are too different to compare. */
  edits: { kind: "kept" | "added" | "removed"; text: string }[] | null;
}

/** What a refusal says of versions that were added meanwhile; null where it is another. */
export const outdatedOf = (problem: unknown): Outdated | null =>
  (problem as { code?: unknown } | null)?.code === "outdated_parent" ? (problem as Outdated) : null;
