import type { PromptMessage } from "../prompts/index.ts";

const ROLES: ReadonlySet<string> = new Set(["system", "user", "assistant"]);

/** Where a message begins in a prompt that was logged as "role: text", as the middleware for the AI SDK does. */
const BEGINNING = /\n\n(?=(?:system|user|assistant|tool): )/;

/** A call of a tool, as the middleware writes it. */
const CALLS = /^\[calls [\w-]+: /m;

/** Whether a text is a conversation that was logged so. */
export const isConversation = (text: string): boolean => /^(?:system|user|assistant|tool): /.test(text);

/** A conversation that was logged as "role: text"; null where it has what cannot be said again, such as calls of tools. */
export function parseConversation(text: string): PromptMessage[] | null {
  const messages: PromptMessage[] = [];
  for (const piece of text.split(BEGINNING)) {
    const colon = piece.indexOf(": ");
    const message = toMessage(piece.slice(0, colon), piece.slice(colon + 2));
    if (!message || CALLS.test(message.content)) return null;
    messages.push(message);
  }
  return messages;
}

/** Messages that were logged as JSON, as a request to a model has them; null for any other text. */
export function parseJsonMessages(text: string): PromptMessage[] | null {
  if (!text.trimStart().startsWith("[")) return null;
  try {
    const json: unknown = JSON.parse(text);
    if (!Array.isArray(json) || json.length === 0) return null;
    const messages = json.map((each: { role?: unknown; content?: unknown } | null) =>
      toMessage(each?.role, each?.content),
    );
    return messages.every((message) => message !== null) ? messages : null;
  } catch {
    return null;
  }
}

const toMessage = (role: unknown, content: unknown): PromptMessage | null =>
  typeof role === "string" && ROLES.has(role) && typeof content === "string"
    ? { role: role as PromptMessage["role"], content }
    : null;
