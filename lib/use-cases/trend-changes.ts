import { movesBetween, type PromptMove } from "../act/prompts/index.ts";
import {
  answerWindow,
  type Deployment,
  deployments,
  type MetricFilter,
  promptLives,
} from "../evaluate/metrics/index.ts";

/** Something that changed and may explain a trend: a deployment, or a label of a prompt that was moved. */
export interface TrendChange {
  at: Date;
  kind: Deployment["kind"] | "label";
  /** "reply v2", "m-large", "reply production → v3". */
  name: string;
}

/** What changed in a window, oldest first. */
export async function trendChanges(filter: MetricFilter): Promise<TrendChange[]> {
  const [deployed, moved] = await Promise.all([deployments(filter), labelMoves(filter)]);
  return [...deployed, ...moved.map(moveChange)].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** The label moves of a window, newest first; of a feature those of the prompts that its answers name. */
export async function labelMoves(filter: MetricFilter): Promise<PromptMove[]> {
  const { from, to } = answerWindow(filter);
  return movesBetween(filter.projectId, { from, to }, await templatesOf(filter));
}

async function templatesOf(filter: MetricFilter): Promise<string[] | undefined> {
  if (filter.promptTemplate !== undefined) return [filter.promptTemplate];
  if (filter.feature === undefined) return undefined;
  return [...new Set((await promptLives(filter)).map(({ promptTemplate }) => promptTemplate))];
}

const moveChange = ({ template, label, toVersion, movedAt }: PromptMove): TrendChange => ({
  at: movedAt,
  kind: "label",
  name: `${template} ${label} ${toVersion === null ? "removed" : `→ ${toVersion}`}`,
});
