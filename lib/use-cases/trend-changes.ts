import { type FeatureMove, modelMovesBetween } from "../act/models/index.ts";
import { movesBetween, type PromptMove } from "../act/prompts/index.ts";
import {
  answerWindow,
  type Deployment,
  deployments,
  type MetricFilter,
  promptLives,
} from "../evaluate/metrics/index.ts";

/** Something that changed and may explain a trend: a deployment, or a label of a prompt or a model that was moved. */
export interface TrendChange {
  at: Date;
  kind: Deployment["kind"] | "label";
  /** "reply v2", "m-large", "reply production → v3", "summaries model:production → m-large". */
  name: string;
}

/** What changed in a window, oldest first. */
export async function trendChanges(filter: MetricFilter): Promise<TrendChange[]> {
  const [deployed, moved, models] = await Promise.all([
    deployments(filter),
    labelMoves(filter),
    modelMoves(filter),
  ]);
  return [...deployed, ...moved.map(moveChange), ...models.map(modelChange)].sort(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
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

/** The moves of models' labels in a window; none of a prompt's, which no feature's model belongs to. */
async function modelMoves(filter: MetricFilter): Promise<FeatureMove[]> {
  if (filter.promptTemplate !== undefined) return [];
  return modelMovesBetween(filter.projectId, answerWindow(filter), filter.feature);
}

const labelChange = (at: Date, label: string, to: string | null): TrendChange => ({
  ...{ at, kind: "label", name: `${label} ${to === null ? "removed" : `→ ${to}`}` },
});

const modelChange = ({ feature, label, toModel, movedAt }: FeatureMove): TrendChange =>
  labelChange(movedAt, `${feature} model:${label}`, toModel);

const moveChange = ({ template, label, toVersion, movedAt }: PromptMove): TrendChange =>
  labelChange(movedAt, `${template} ${label}`, toVersion);
