/** Whether a prompt is one text, or messages with roles. */
export type PromptKind = "text" | "chat";

/** One message of a chat prompt. */
export interface PromptMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** What a version says: the text of a text prompt, the messages of a chat prompt. */
export type PromptContent = string | PromptMessage[];

/** The texts of a content, in order. */
export const textsOf = (content: PromptContent): string[] =>
  typeof content === "string" ? [content] : content.map((message) => message.content);

/** A content with each of its texts replaced. */
export const mapTexts = (
  content: PromptContent,
  change: (text: string, index: number) => string,
): PromptContent =>
  typeof content === "string"
    ? change(content, 0)
    : content.map((message, index) => ({ ...message, content: change(message.content, index) }));

/** Where one of its texts stands in a body. */
export const textPath = (content: PromptContent, index: number): string =>
  typeof content === "string" ? "text" : `messages.${index}.content`;
