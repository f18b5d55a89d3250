import { readPrompt, type ServedBody, servedPrompt, servedPromptJson } from "#lib/act/prompts/index.ts";

/** Which version of a prompt a product asks for. */
export interface AskedPrompt {
  label?: string | undefined;
  version?: string | undefined;
}

/**
 * A prompt as a product reads it, ready to be sent. Made anew every three seconds at most, and at once after a change in
 * this process.
 * @throws Problem 404 where there is none.
 */
export const servePrompt = (projectId: string, template: string, asked: AskedPrompt): Promise<ServedBody> =>
  servedPrompt(projectId, [template, asked.label, asked.version], async () =>
    servedPromptJson(await readPrompt(projectId, template, asked)),
  );
