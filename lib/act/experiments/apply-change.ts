import type { FieldError } from "#lib/platform/problem/index.ts";
import type { Experiment, ExperimentArm, ExperimentSettings } from "./experiment.ts";
import type { NewExperiment, SentSettings } from "./schema.ts";

/** Names of settings in a body. */
const sentNames = {
  hypothesis: "hypothesis",
  kind: "kind",
  featureName: "feature_name",
  promptTemplate: "prompt_template",
  label: "label",
  traffic: "traffic",
  primaryMetric: "primary_metric",
  guardrails: "guardrails",
  pauseOnHarm: "pause_on_harm",
  arms: "arms",
} as const satisfies Record<keyof ExperimentSettings, string>;

const settingNames = Object.keys(sentNames) as (keyof ExperimentSettings)[];

/** What may change after the start: who is dealt what, and whether harm pauses an arm. What it is judged by may not. */
const openSettings: ReadonlySet<keyof ExperimentSettings> = new Set(["traffic", "pauseOnHarm"]);

/** The settings of a new experiment. */
export const newSettings = (sent: NewExperiment): ExperimentSettings => ({
  hypothesis: sent.hypothesis,
  kind: sent.kind,
  featureName: sent.feature_name ?? null,
  promptTemplate: sent.prompt_template ?? null,
  label: sent.label ?? null,
  traffic: sent.traffic,
  primaryMetric: sent.primary_metric ?? null,
  guardrails: sent.guardrails,
  pauseOnHarm: sent.pause_on_harm,
  arms: armsOf(sent.arms),
});

/** The settings after a change. */
export function changedSettings(before: ExperimentSettings, sent: SentSettings): ExperimentSettings {
  const arms = sent.arms === undefined ? before.arms : armsOf(sent.arms, before.arms);
  const nullable = <T>(given: T | null | undefined, old: T | null): T | null =>
    given === undefined ? old : given;
  return {
    hypothesis: sent.hypothesis ?? before.hypothesis,
    kind: sent.kind ?? before.kind,
    featureName: nullable(sent.feature_name, before.featureName),
    promptTemplate: nullable(sent.prompt_template, before.promptTemplate),
    label: nullable(sent.label, before.label),
    traffic: sent.traffic ?? before.traffic,
    primaryMetric: nullable(sent.primary_metric, before.primaryMetric),
    guardrails: sent.guardrails ?? before.guardrails,
    pauseOnHarm: sent.pause_on_harm ?? before.pauseOnHarm,
    arms,
  };
}

type SentArm = NewExperiment["arms"][number];

/** Arms as they are kept; the first is the control where none says so, and one that was paused stays so. */
const armsOf = (sent: readonly SentArm[], before: readonly ExperimentArm[] = []): ExperimentArm[] => {
  const named = sent.some(({ is_control: isControl }) => isControl);
  return sent.map(({ variant, weight, is_control: isControl, prompt_version, model_name }, index) => ({
    ...{ variant, weight, isControl: named ? isControl === true : index === 0 },
    ...{ promptVersion: prompt_version ?? null, modelName: model_name ?? null },
    pausedAt: before.find((arm) => arm.variant === variant)?.pausedAt ?? null,
  }));
};

/** What a change would do that the state of an experiment does not allow. */
export function closedChanges(before: Experiment, after: ExperimentSettings): FieldError[] {
  if (before.state === "draft") return [];
  const isDecided = before.state === "promoted" || before.state === "stopped";
  const message = isDecided
    ? "cannot be changed: the experiment is decided"
    : "cannot be changed after the start. Stop the experiment and start another";
  return settingNames.flatMap((name) => {
    const isSame = isEqual(before[name], after[name]);
    if (isSame || (!isDecided && (openSettings.has(name) || isOnlySplit(name, before, after)))) return [];
    return [{ path: sentNames[name], message }];
  });
}

/** Whether arms differ in nothing but their weights. */
function isOnlySplit(name: string, before: ExperimentSettings, after: ExperimentSettings): boolean {
  const withoutWeight = (arms: readonly ExperimentArm[]) => arms.map((arm) => ({ ...arm, weight: 0 }));
  return name === "arms" && isEqual(withoutWeight(before.arms), withoutWeight(after.arms));
}

/** Whether a change deals users differently. */
export const changesSplit = (before: ExperimentSettings, after: ExperimentSettings): boolean =>
  before.traffic !== after.traffic || !isEqual(before.arms, after.arms);

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
