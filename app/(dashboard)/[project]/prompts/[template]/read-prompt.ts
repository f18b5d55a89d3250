import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import { compareTexts } from "#app/(dashboard)/within-budget.ts";
import { promptAsText } from "#components/dashboard/prompts/prompt-as-text.ts";
import type { ComparedVersions } from "#components/dashboard/prompts/version-card.tsx";
import { shownVersion, versionRows } from "#components/dashboard/prompts/version-rows.ts";
import { param } from "#components/dashboard/url/address.ts";
import {
  type PromptVersion,
  readLabels,
  readOverview,
  readVersionNotes,
  readVersions,
  versionLine,
} from "#lib/act/prompts/index.ts";
import { loggedPrompts, promptVersions } from "#lib/evaluate/metrics/index.ts";

/** How many versions the page lists before it is asked for all. */
const LISTED = 30;

/** A prompt with its versions in one line and its labels; null where nothing tells of it. */
export async function findPrompt(projectId: string, template: string) {
  const [overview, logged] = await Promise.all([
    readOverview(projectId, template),
    loggedPrompts(projectId, template),
  ]);
  if (!overview && logged.length === 0) return null;
  const { moves } = overview ? await readLabels(projectId, template) : { moves: [] };
  const line = versionLine(
    overview?.versions ?? [],
    logged.map(({ promptVersion: version, ...rest }) => ({ version, ...rest })),
  );
  return {
    ...{ template, line, moves },
    /** Null where it is only logged. */
    prompt: overview?.prompt ?? null,
    labels: overview?.labels ?? [],
    managed: line.flatMap(({ version, managed }) => (managed ? [version] : [])),
  };
}

/** A prompt as {@link findPrompt} finds it. */
export type FoundPrompt = NonNullable<Awaited<ReturnType<typeof findPrompt>>>;

/** What the page shows of a prompt: its versions with their quality over the period, and the text of one. */
export async function readPrompt({ filter, search }: ProjectPage, found: FoundPrompt) {
  const { template, line, labels } = found;
  const { projectId } = filter;
  const listed = param(search, "all") ? line : line.slice(0, LISTED);
  const shown = shownVersion(line, labels, param(search, "version"));
  const base = found.managed.find(
    (version) => version === param(search, "base_version") && version !== shown,
  );
  const [notes, metrics, texts] = await Promise.all([
    readVersionNotes(projectId, template, found.managed),
    promptVersions({ ...filter, promptTemplate: template }, { histograms: [] }),
    readVersions(projectId, template, base ? [shown, base] : [shown]),
  ]);
  const textOf = (name: string | undefined) => texts.find(({ version }) => version === name) ?? null;
  const version = textOf(shown);
  return {
    ...{ shown, version, notes },
    rows: versionRows({ line: listed, notes, labels, metrics }),
    compared: version && (await compared(textOf(base), version)),
  };
}

async function compared(
  base: PromptVersion | null,
  version: PromptVersion,
): Promise<ComparedVersions | null> {
  if (!base) return null;
  const texts = { before: promptAsText(base), after: promptAsText(version) };
  return { base, difference: await compareTexts({ ...texts, whole: true }) };
}
