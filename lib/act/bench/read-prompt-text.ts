import { parseTemplate } from "#lib/domain/prompt-syntax.ts";
import type { PromptContent, PromptMessage } from "../prompts/index.ts";
import { isConversation, parseConversation, parseJsonMessages } from "./conversation.ts";
import { matchTemplate, type PatternPart } from "./match-template.ts";

/** The values of a prompt's variables. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** How a logged prompt was made from a version. */
export interface ReadPromptText {
  values: Record<string, string>;
  /** The messages before it, and those after it. */
  before: PromptMessage[];
  after: PromptMessage[];
  /** Whether that is all that the model was given; a plain text may have been a part of it. */
  isWhole: boolean;
}

/** Why a logged prompt could not be read: it is another text, or can be read in several ways, or called tools. */
export type Unreadable = "none" | "several" | "tools";

/** Stands for what is around a prompt: no variable has a space. */
const [BEFORE, AFTER] = ["the messages before", "the messages after"];

/**
 * Reads from a logged prompt what a version was filled in with. It may be the filled version as it is, messages as JSON, or
 * "role: text" as the middleware for the AI SDK logs it.
 * @param values where they are known: then only what is around the prompt is read.
 */
export function readPromptText(
  content: PromptContent,
  text: string,
  values: Values | null,
): ReadPromptText | Unreadable {
  const messages = parseJsonMessages(text);
  if (messages) return readMessages(content, messages, values);
  if (!isConversation(text)) {
    const match = typeof content === "string" ? matchTemplate(patternOf(content, values), text) : "none";
    return typeof match === "string"
      ? match
      : { values: match.values, before: [], after: [], isWhole: false };
  }
  const patterns =
    typeof content === "string" ? textPatterns(patternOf(content, values)) : chatPatterns(content, values);
  const found = patterns.flatMap(({ parts, next }) => {
    const match = matchTemplate(parts, text);
    return match === "none" ? [] : [{ match, next }];
  });
  const [only, other] = found;
  if (!only) return "none";
  if (other || only.match === "several") return "several";
  const { [BEFORE]: earlier, [AFTER]: later, ...own } = only.match.values;
  const before = earlier === undefined ? [] : parseConversation(earlier);
  const after = later === undefined ? [] : parseConversation(`${only.next}: ${later}`);
  return before && after ? { values: own, before, after, isWhole: true } : "tools";
}

/** What a logged conversation may look like. */
interface Pattern {
  parts: PatternPart[];
  /** Who speaks after the prompt. */
  next?: "user" | "assistant";
}

const beforeIt: PatternPart = { wild: BEFORE };
const afterIt: PatternPart = { wild: AFTER };

/** A text prompt is what a user says, first or later, or the instructions. */
const textPatterns = (prompt: readonly PatternPart[]): Pattern[] => [
  { parts: ["user: ", ...prompt] },
  { parts: ["user: ", ...prompt, "\n\nassistant: ", afterIt], next: "assistant" },
  { parts: ["system: ", ...prompt, "\n\nuser: ", afterIt], next: "user" },
  { parts: [beforeIt, "\n\nuser: ", ...prompt] },
  { parts: [beforeIt, "\n\nuser: ", ...prompt, "\n\nassistant: ", afterIt], next: "assistant" },
];

/** As `promptCall` makes them: the system messages first, as one. */
function chatPatterns(messages: readonly PromptMessage[], values: Values | null): Pattern[] {
  const isSystem = ({ role }: PromptMessage) => role === "system";
  const system = messages
    .filter(isSystem)
    .flatMap(({ content }, index) => [index === 0 ? "system: " : "\n\n", ...patternOf(content, values)]);
  const spoken = messages
    .filter((message) => !isSystem(message))
    .flatMap(({ role, content }, index) => [
      `${index === 0 && system.length === 0 ? "" : "\n\n"}${role}: `,
      ...patternOf(content, values),
    ]);
  const parts = [...system, ...spoken];
  return [
    { parts },
    { parts: [...parts, "\n\nuser: ", afterIt], next: "user" },
    { parts: [...parts, "\n\nassistant: ", afterIt], next: "assistant" },
  ];
}

/** A composed text as what it may look like when it is filled in. A variable without a value stands as it is. */
function patternOf(text: string, values: Values | null): PatternPart[] {
  return parseTemplate(text).parts.map((part) => {
    if (typeof part === "string") return part;
    // What is composed includes nothing any more.
    const name = "variable" in part ? part.variable : "";
    if (values === null) return { wild: name };
    return Object.hasOwn(values, name) ? String(values[name]) : `{{${name}}}`;
  });
}

function readMessages(
  content: PromptContent,
  given: readonly PromptMessage[],
  values: Values | null,
): ReadPromptText | Unreadable {
  if (typeof content !== "string") return readAs(content, given, values);
  const asSystem = readAs([{ role: "system", content }], given, values);
  if (typeof asSystem !== "string" && asSystem.after.length > 0) return asSystem;
  // Else it is what the user said last.
  const last = given.at(-1);
  if (!last) return "none";
  const asUser = readAs([{ role: "user", content }], [last], values);
  return typeof asUser === "string" ? asUser : { ...asUser, before: given.slice(0, -1) };
}

/** Reads the messages of a version from the first ones of a conversation; the others followed them. */
function readAs(
  messages: readonly PromptMessage[],
  given: readonly PromptMessage[],
  values: Values | null,
): ReadPromptText | Unreadable {
  const found: Record<string, string> = {};
  for (const [index, { role, content }] of messages.entries()) {
    const other = given[index];
    if (other?.role !== role) return "none";
    const match = matchTemplate(patternOf(content, values), other.content);
    if (typeof match === "string") return match;
    for (const [name, value] of Object.entries(match.values)) {
      if (Object.hasOwn(found, name) && found[name] !== value) return "none";
      found[name] = value;
    }
  }
  return { values: found, before: [], after: given.slice(messages.length), isWhole: true };
}
