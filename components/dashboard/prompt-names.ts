interface Prompt {
  promptTemplate: string | null;
  promptVersion: string | null;
}

/** How a version is called beside the others of its template. */
export const versionName = ({ promptVersion }: Prompt): string => promptVersion ?? "No version named";

/** How a version is called where its template does not stand above it. */
export const promptWords = ({ promptTemplate, promptVersion }: Prompt): string =>
  [promptTemplate, promptVersion].filter(Boolean).join(" · ") || "No prompt named";

/** What chooses a version in an address; null where it names none, which no address can choose. */
export function promptParams({ promptTemplate, promptVersion }: Prompt): Record<string, string> | null {
  if (promptVersion === null) return null;
  return {
    prompt_version: promptVersion,
    ...(promptTemplate === null ? {} : { prompt_template: promptTemplate }),
  };
}
