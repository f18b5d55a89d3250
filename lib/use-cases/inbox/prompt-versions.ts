import { listPrompts } from "#lib/act/prompts/index.ts";
import { loggedPrompts } from "#lib/evaluate/metrics/index.ts";

/** The versions of a prompt, managed ones and those that only answers tell of; the newest managed ones come first. */
export async function promptVersions(projectId: string, template: string): Promise<string[]> {
  const [managed, logged] = await Promise.all([listPrompts(projectId), loggedPrompts(projectId, template)]);
  const own = managed.find((prompt) => prompt.template === template)?.versions ?? [];
  const byNumber = new Intl.Collator("en", { numeric: true });
  const all = new Set([...own, ...logged.map(({ promptVersion }) => promptVersion)]);
  return [...all].filter((version) => version !== "").sort((one, other) => byNumber.compare(other, one));
}
