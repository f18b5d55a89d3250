import { listedPromptJson, listPrompts } from "#lib/act/prompts/index.ts";
import { type LoggedPrompt, loggedPrompts } from "#lib/evaluate/metrics/index.ts";

/** The prompts of a project by name, managed ones and those that only answers tell of, as the API lists them. */
export async function listAllPrompts(projectId: string): Promise<ReturnType<typeof listedPromptJson>[]> {
  const [managed, logged] = await Promise.all([listPrompts(projectId), loggedPrompts(projectId)]);
  const loggedOf = Map.groupBy(logged, ({ promptTemplate }) => promptTemplate);
  const promptOf = new Map(managed.map((prompt) => [prompt.template, prompt]));
  const names = [...new Set([...promptOf.keys(), ...loggedOf.keys()])].sort();
  return names.map((name) => {
    const versions = loggedOf.get(name) ?? [];
    return listedPromptJson(name, promptOf.get(name), {
      versions: versions.map(({ promptVersion }) => promptVersion),
      lastAt: newest(versions),
    });
  });
}

const newest = (versions: readonly LoggedPrompt[]): Date | null =>
  versions.reduce<Date | null>((last, { lastAt }) => (last && last >= lastAt ? last : lastAt), null);
