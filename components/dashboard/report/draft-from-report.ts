import { listWords } from "#lib/domain/list-words.ts";
import { addToMessages, addToText } from "#lib/domain/prompt-additions.ts";
import type { EditorDraft, MessageRole } from "../prompts/editor/editor-draft.ts";

/** A draft as the route answers it. */
export interface DraftedVersion {
  text: string | null;
  messages: { role: MessageRole; content: string }[] | null;
  note: string;
  drafted_by: string;
  lost_tags: string[];
}

/** What of a report is chosen. */
interface Chosen {
  recommendations: readonly { title: string; instruction: string | null }[];
  examples: readonly { input: string; answer: string }[];
}

/** Longest note of a version. */
const NOTE_MAX = 1_000;

/** The next version as what was chosen is added to the one at hand. */
export function draftWithAdditions(
  start: EditorDraft,
  version: string,
  { recommendations, examples }: Chosen,
): EditorDraft {
  const additions = {
    instructions: recommendations.flatMap(({ instruction }) => instruction ?? []),
    examples,
  };
  const followed = [
    ...recommendations.map(({ title }) => title),
    ...(examples.length > 0 ? [`${examples.length} ${examples.length === 1 ? "example" : "examples"}`] : []),
  ];
  const note = `From the report of ${version}: ${listWords(followed)}.`.slice(0, NOTE_MAX);
  return start.kind === "text"
    ? { ...start, note, text: addToText(start.text, additions) }
    : { ...start, note, messages: keyed(addToMessages(start.messages, additions)) };
}

/** The next version as a model wrote it. */
export const draftedByModel = (
  start: EditorDraft,
  { text, messages, note, drafted_by: model }: DraftedVersion,
): EditorDraft => ({
  ...start,
  note: `${note} Drafted by ${model}.`.slice(0, NOTE_MAX),
  ...(text === null ? {} : { text }),
  ...(messages === null ? {} : { messages: keyed(messages) }),
});

const keyed = (messages: readonly { role: MessageRole; content: string }[]): EditorDraft["messages"] =>
  messages.map(({ role, content }, key) => ({ key, role, content }));
