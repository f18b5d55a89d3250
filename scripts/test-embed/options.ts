import { parseArgs } from "node:util";
import { type EmbedApp, embedApps } from "./apps.ts";

/** The options of a run. */
export interface EmbedOptions {
  apps: readonly EmbedApp[];
  screenshots: string | undefined;
  grep: string | undefined;
}

export const usage = `Usage: npm run test:embed -- [--app NAME]... [--screenshots FOLDER] [--grep PATTERN]

Installs the packed tarball into fresh apps outside the repository and drives each in Chromium. Without --app, all:
${embedApps.map(({ name }) => name).join(", ")}.`;

/**
 * Parses the command line.
 * @throws Error that names the invalid option.
 */
export function embedOptions(args: readonly string[]): EmbedOptions {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { app: { ...option, multiple: true }, screenshots: option, grep: option },
  });
  const { app: names, screenshots, grep } = values;
  const unknown = names?.find((name) => !embedApps.some((app) => app.name === name));
  if (unknown !== undefined) throw new Error(`Unknown app “${unknown}”.`);
  return { apps: embedApps.filter(({ name }) => names?.includes(name) ?? true), screenshots, grep };
}
