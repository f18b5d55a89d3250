import { listExperiments } from "#lib/act/experiments/index.ts";
import { readOverview } from "#lib/act/prompts/index.ts";
import type { FixLink } from "#lib/domain/problem-lifecycle.ts";
import { loggedPrompts } from "#lib/evaluate/metrics/index.ts";

/** Prompts whose versions are offered, and most versions of each, the newest. */
const [TEMPLATES, VERSIONS] = [3, 10];

/** What a problem may be linked to: the newest versions of the prompts of its answers, and undecided experiments. */
export async function readLinks(projectId: string, templates: readonly string[]): Promise<FixLink[]> {
  const [versions, experiments] = await Promise.all([
    Promise.all(templates.slice(0, TEMPLATES).map((template) => versionsOf(projectId, template))),
    listExperiments(projectId),
  ]);
  return [
    ...versions.flat(),
    ...experiments
      .filter(({ endedAt }) => endedAt === null)
      .map(({ experiment }): FixLink => ({ kind: "experiment", experiment })),
  ];
}

async function versionsOf(projectId: string, template: string): Promise<FixLink[]> {
  const [managed, logged] = await Promise.all([
    readOverview(projectId, template),
    loggedPrompts(projectId, template),
  ]);
  const names = [
    ...(managed?.versions ?? []).map(({ version }) => version),
    ...logged.map(({ promptVersion }) => promptVersion),
  ];
  return [...new Set(names)]
    .filter((version) => version !== "")
    .slice(0, VERSIONS)
    .map((version): FixLink => ({ kind: "prompt_version", template, version }));
}
