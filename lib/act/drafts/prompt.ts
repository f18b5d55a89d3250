import type { DraftRequest, DraftTask } from "./schema.ts";

/** A prompt as sent to the model, with its template and version. */
export interface DraftPrompt {
  text: string;
  /** Also the feature name under which the draft is logged. */
  template: string;
  version: string;
}

interface Template {
  name: string;
  version: string;
  /** The instructions for the model. */
  instructions: string;
  /** The tag around the text, which separates it from the instructions. */
  tag: string;
}

const templates: Record<DraftTask, Template> = {
  summary: {
    name: "playground-summary",
    version: "v1",
    instructions:
      "Summarize the article below in three or four sentences for a reader who has one minute. Keep its names, numbers and dates exactly as written. Add nothing the article does not say. Answer with the summary only.",
    tag: "article",
  },
  support_reply: {
    name: "playground-support-reply",
    version: "v1",
    instructions:
      "Write a reply to the customer's email below. Greet the customer by name if the email gives one, show in one sentence that you understood the problem, then answer or say what happens next. Promise nothing the email does not support. At most 150 words, friendly and plain. Answer with the reply only, without a subject line.",
    tag: "mail",
  },
  announcement: {
    name: "playground-announcement",
    version: "v1",
    instructions:
      "Write an announcement from the notes below: a title on the first line, then one sentence on what is new and for whom, then the details as a short list, then what the reader should do next. Keep names, numbers and dates exactly as written, and add no facts. Answer with the announcement only, as plain text.",
    tag: "notes",
  },
};

/** The prompt for a draft: the instructions of its task's template, then the text between tags. */
export function promptFor({ task, input }: DraftRequest): DraftPrompt {
  const { name, version, instructions, tag } = templates[task];
  return { text: `${instructions}\n\n<${tag}>\n${input.trim()}\n</${tag}>`, template: name, version };
}
