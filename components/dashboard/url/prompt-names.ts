import { BEYOND, formatDimension } from "#lib/domain/beyond.ts";
import { NONE_NAME } from "./filter-names.ts";

interface Prompt {
  promptTemplate: string | null;
  promptVersion: string | null;
}

/** The name of a version among those of its template. */
export const versionName = ({ promptVersion }: Prompt): string => promptVersion ?? "No version";

/** The full name of a version, with its template. */
export const formatPrompt = ({ promptTemplate, promptVersion }: Prompt): string =>
  promptTemplate === BEYOND && promptVersion === BEYOND
    ? formatDimension(BEYOND)
    : [promptTemplate, promptVersion].flatMap((name) => (name ? [formatDimension(name)] : [])).join(" · ") ||
      "No prompt";

/** What chooses a version in an address; a template or version that answers do not name is chosen by its absence. */
export function promptParams({ promptTemplate, promptVersion }: Prompt): Record<string, string> {
  const named = { prompt_template: promptTemplate, prompt_version: promptVersion };
  const given = Object.entries(named).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const none = Object.keys(named).filter((name) => !named[name as keyof typeof named]);
  return Object.fromEntries([...given, ...(none.length > 0 ? [[NONE_NAME, none.join(",")]] : [])]);
}
