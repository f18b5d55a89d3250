import { addVersion, createPrompt, type NewVersion, type PromptVersion } from "#lib/act/prompts/index.ts";
import { loggedPrompts } from "#lib/evaluate/metrics/index.ts";

/** A version to be written, without what was logged under its prompt's name. */
type Given = Omit<NewVersion, "logged">;

/** Names of the versions that answers tell of: a new one comes after them, so that history is one line. */
const loggedNames = async ({ projectId, template }: Given): Promise<string[]> =>
  (await loggedPrompts(projectId, template)).map(({ promptVersion }) => promptVersion);

/** Creates a prompt with its first version. */
export const writeFirstVersion = async (given: Given): Promise<PromptVersion> =>
  createPrompt({ ...given, logged: await loggedNames(given) });

/** Adds a version to a prompt. */
export const writeNextVersion = async (given: Given & { parentVersion: string }): Promise<PromptVersion> =>
  addVersion({ ...given, logged: await loggedNames(given) });
