import type { CallParams, GenerateResult, ProviderMetadata, StreamPart } from "./sdk-types.ts";

/** What is needed to rate an answer. */
export interface FeedbackIds {
  interaction_id: string;
  /** null until the server has sent it. */
  feedback_token: string | null;
}

/** A part that the SDK passes to its caller together with the provider's metadata. */
interface Markable {
  type: string;
  providerMetadata?: ProviderMetadata | undefined;
}

/**
 * Parts whose metadata the SDK keeps in the message, and passes back to the model as options in the next
 * step.
 */
const KEPT = ["text", "reasoning", "tool-call"];

/**
 * The IDs to rate an answer with, as carried by its parts: `undefined` for a part without any. For a
 * message's metadata: `toUIMessageStreamResponse({ messageMetadata: ({ part }) => feedbackIds(part) })`.
 */
export function feedbackIds(part: object): FeedbackIds | undefined {
  const { whetstone } = ("providerMetadata" in part && (part.providerMetadata as ProviderMetadata)) || {};
  return readIds(whetstone) ?? undefined;
}

/** Adds the IDs to the parts of a complete answer. */
export const markedContent = (content: GenerateResult["content"], ids: FeedbackIds) =>
  content.map((part) => (KEPT.includes(part.type) ? withMark(part, ids) : part));

/** Adds the IDs to the parts of a stream, from the first one that users see. */
export function streamMarker(): (part: StreamPart, ids: FeedbackIds) => StreamPart {
  // The SDK uses a part's latest metadata for all of it.
  const open = new Map<string, ProviderMetadata>();
  return (part, ids) => {
    if (!isKept(part)) return part;
    const key = "id" in part ? `${part.type.split("-", 1)[0]} ${part.id}` : "";
    const own = part.providerMetadata;
    const isDelta = part.type.endsWith("-delta");
    if (isDelta && !own) return part;
    const known = { ...open.get(key), ...own };
    if (part.type.endsWith("-end")) open.delete(key);
    else if (key) open.set(key, known);
    return withMark({ ...part, providerMetadata: known }, ids);
  };
}

/** Whether users see a part: the ones before only describe the call. */
export const isSeen = ({ type }: StreamPart): boolean => /^(text|reasoning|tool|file|source)/.test(type);

type KeptPart = Extract<
  StreamPart,
  { type: `text-${string}` | `reasoning-${string}` | "tool-call" | "tool-input-start" }
>;
const isKept = (part: StreamPart): part is KeptPart =>
  /^(text|reasoning)-(start|delta|end)$/.test(part.type) ||
  ["tool-call", "tool-input-start"].includes(part.type);

const withMark = <Part extends Markable>(part: Part, ids: FeedbackIds): Part => ({
  ...part,
  providerMetadata: { ...part.providerMetadata, whetstone: { ...ids } },
});

type Messages = CallParams["prompt"];

/**
 * The IDs of an answer that continues after its tools have responded, taken from the parts of its earlier
 * steps, wherever they ran; null for a new answer.
 */
export function readMark(prompt: Messages): FeedbackIds | null {
  const last = prompt.at(-1);
  const lastPart = last?.role === "assistant" ? last.content.at(-1)?.type : undefined;
  if (last?.role !== "tool" && !lastPart?.startsWith("tool-")) return null;
  for (const message of sinceUser(prompt)) {
    if (message.role !== "assistant") continue;
    for (const { providerOptions } of message.content) {
      const ids = readIds(providerOptions?.whetstone);
      if (ids) return ids;
    }
  }
  return null;
}

/** The text of the answer's earlier steps. */
export function textBefore(prompt: Messages): string {
  const said = sinceUser(prompt).flatMap((message) =>
    message.role === "assistant"
      ? message.content.map((part) => (part.type === "text" ? part.text : "")).join("")
      : [],
  );
  return said.filter((text) => text !== "").join("\n\n");
}

const sinceUser = (prompt: Messages): Messages =>
  prompt.slice(prompt.findLastIndex(({ role }) => role === "user") + 1);

function readIds(found: Record<string, unknown> | undefined): FeedbackIds | null {
  const { interaction_id, feedback_token } = found ?? {};
  if (typeof interaction_id !== "string") return null;
  return { interaction_id, feedback_token: typeof feedback_token === "string" ? feedback_token : null };
}
