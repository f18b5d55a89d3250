import type { PromptVersion } from "#lib/act/prompts/index.ts";

/** What a version says as one text: messages under their roles. */
export const promptAsText = ({ content }: Pick<PromptVersion, "content">): string =>
  typeof content === "string"
    ? content
    : content.map(({ role, content: text }) => `${role}:\n${text}`).join("\n\n");

/** The parameters of a version's model as JSON; "" where it names none. */
export const paramsAsText = ({ modelParams }: Pick<PromptVersion, "modelParams">): string =>
  modelParams === null ? "" : JSON.stringify(modelParams);
