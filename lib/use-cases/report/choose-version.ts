import { PRODUCTION, readOverview, versionLine } from "#lib/act/prompts/index.ts";
import { loggedPrompts } from "#lib/evaluate/metrics/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";

/** The version of a prompt that a report is about. */
export interface ReportedVersion {
  version: string;
  /** Whether it has the label `production`. */
  isProduction: boolean;
  /** Whether the prompt is managed here, if not this version of it. */
  managed: boolean;
  /** The prompt can have no new version. */
  archived: boolean;
  /** All versions, newest first. */
  versions: string[];
}

/**
 * The version that is asked for; else the one with the label `production`, or the one that was used last.
 * @throws Problem 404 where nothing tells of the prompt, or of such a version of it.
 */
export async function chooseVersion(
  projectId: string,
  template: string,
  asked: string | undefined,
): Promise<ReportedVersion> {
  const [overview, logged] = await Promise.all([
    readOverview(projectId, template),
    loggedPrompts(projectId, template),
  ]);
  const line = versionLine(
    overview?.versions ?? [],
    logged.map(({ promptVersion: version, ...rest }) => ({ version, ...rest })),
  );
  if (line.length === 0)
    throw new Problem("not_found", `There is no prompt “${template}”, and no answer names it.`);
  const production = overview?.labels.find(({ label }) => label === PRODUCTION)?.version;
  const lastUsed = line.reduce((last, each) => (timeOf(each) > timeOf(last) ? each : last));
  const wanted = asked ?? production ?? lastUsed.version;
  const found = line.find(({ version }) => version === wanted);
  const versions = line.map(({ version }) => version);
  if (!found)
    throw new Problem("not_found", `“${template}” has no version “${wanted}”. It has ${listed(versions)}.`);
  return {
    version: found.version,
    isProduction: found.version === production,
    managed: overview !== null,
    archived: Boolean(overview?.prompt.archivedAt),
    versions,
  };
}

const timeOf = ({ logged }: { logged: { lastAt: Date } | null }): number => logged?.lastAt.getTime() ?? 0;

/** Most versions that a refusal names. */
const NAMED = 10;

const listed = (versions: readonly string[]): string =>
  versions.length <= NAMED
    ? versions.join(", ")
    : `${versions.slice(0, NAMED).join(", ")} and ${versions.length - NAMED} more`;
