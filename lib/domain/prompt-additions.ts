import { writeTemplate } from "./prompt-syntax.ts";

/** What is added to a prompt: lines that say what to do, and examples. */
export interface PromptAdditions {
  instructions: readonly string[];
  examples: readonly { input: string; answer: string }[];
}

/** A message of a chat prompt. */
interface Message {
  role: "system" | "user" | "assistant";
  content: string;
}

/** Braces of users' texts are no variables. */
const escaped = (text: string): string => writeTemplate([text]);

const rules = ({ instructions }: PromptAdditions): string[] =>
  instructions.length === 0
    ? []
    : [["Rules:", ...instructions.map((line) => `- ${escaped(line)}`)].join("\n")];

const shown = ({ examples }: PromptAdditions): string[] =>
  examples.map(
    ({ input, answer }) => `Example input:\n${escaped(input)}\n\nExample answer:\n${escaped(answer)}`,
  );

/** Where the first value is filled in: what a model should know stands before it. */
const FILLED_IN = /(?<!\\)\{\{/;

/**
 * A text prompt with additions, before the paragraph in which the first value is filled in; at its end where none is. They
 * stand as they are, whatever braces they have.
 */
export function addToText(text: string, additions: PromptAdditions): string {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
  const found = paragraphs.findIndex((paragraph) => FILLED_IN.test(paragraph));
  const place = found < 0 ? paragraphs.length : found;
  return paragraphs.toSpliced(place, 0, ...rules(additions), ...shown(additions)).join("\n\n");
}

/** A chat prompt with additions: rules in its first system message, examples as turns before its last message of a user. */
export function addToMessages(messages: readonly Message[], additions: PromptAdditions): Message[] {
  const turns = additions.examples.flatMap(({ input, answer }): Message[] => [
    { role: "user", content: escaped(input) },
    { role: "assistant", content: escaped(answer) },
  ]);
  const last = messages.findLastIndex(({ role }) => role === "user");
  const withTurns = messages.toSpliced(last < 0 ? messages.length : last, 0, ...turns);
  const said = rules(additions).join("\n\n");
  if (said === "") return withTurns;
  const system = withTurns.findIndex(({ role }) => role === "system");
  return system < 0
    ? [{ role: "system", content: said }, ...withTurns]
    : withTurns.map((message, index) =>
        index === system ? { ...message, content: `${message.content}\n\n${said}` } : message,
      );
}
