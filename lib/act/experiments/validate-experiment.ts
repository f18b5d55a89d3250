import { type BuiltInMetric, type ExperimentMetric, namedMetric } from "#lib/domain/experiment.ts";
import type { FieldError } from "#lib/platform/problem/index.ts";
import type { ExperimentArm, ExperimentSettings } from "./experiment.ts";

/** How far a sum of shares may be from 1: what ten decimals of twenty arms come to. */
const ROUNDING = 1e-8;

/** What cannot be what an experiment is decided by, for it says nothing of quality. */
const onlyGuardrails: ReadonlySet<ExperimentMetric> = new Set<BuiltInMetric>([
  "response_rate",
  "latency",
  "cost",
]);

/** What of an experiment does not fit together, whatever its state. */
export function findFaults(settings: ExperimentSettings): FieldError[] {
  return [...armFaults(settings.arms), ...splitFaults(settings), ...metricFaults(settings)];
}

/** What an experiment lacks to be started; none where it may start. */
export function findMissing(settings: ExperimentSettings): FieldError[] {
  const { hypothesis, primaryMetric, kind, promptTemplate, label, arms } = settings;
  const missing = (path: string, message: string, lacks: boolean) => (lacks ? [{ path, message }] : []);
  return [
    ...findFaults(settings),
    ...missing("hypothesis", "must be written before the experiment starts", hypothesis.trim() === ""),
    ...missing("primary_metric", "must be chosen before the experiment starts", primaryMetric === null),
    ...missing(
      "prompt_template",
      "is required for a prompt experiment",
      isOfPrompt(settings) && !promptTemplate,
    ),
    ...missing("label", "is required with prompt_template", promptTemplate !== null && label === null),
    ...arms.flatMap(({ promptVersion, modelName, variant }, index) => [
      ...missing(
        `arms.${index}.prompt_version`,
        `is required: “${variant}” has no version of the prompt`,
        isOfPrompt(settings) && promptVersion === null,
      ),
      ...missing(
        `arms.${index}.model_name`,
        `is required: “${variant}” has no model`,
        kind === "model" && modelName === null,
      ),
    ]),
  ];
}

const isOfPrompt = ({ kind, promptTemplate }: ExperimentSettings): boolean =>
  kind === "prompt" || (kind === "custom" && promptTemplate !== null);

function armFaults(arms: readonly ExperimentArm[]): FieldError[] {
  const names = arms.map(({ variant }) => variant);
  const controls = arms.filter(({ isControl }) => isControl).length;
  return [
    ...names.flatMap((variant, index) =>
      names.indexOf(variant) === index
        ? []
        : [{ path: `arms.${index}.variant`, message: `must not repeat “${variant}”` }],
    ),
    ...(controls === 1 ? [] : [{ path: "arms", message: "must have exactly one control" }]),
  ];
}

function splitFaults({ arms, kind, promptTemplate }: ExperimentSettings): FieldError[] {
  const sum = arms.reduce((total, { weight }) => total + weight, 0);
  const faults: FieldError[] = [];
  if (Math.abs(sum - 1) > ROUNDING)
    faults.push({
      path: "arms",
      message: `must have weights that add up to 1, not ${Number(sum.toFixed(8))}`,
    });
  if (kind !== "prompt" && promptTemplate === null)
    for (const [index, { promptVersion }] of arms.entries())
      if (promptVersion !== null)
        faults.push({ path: `arms.${index}.prompt_version`, message: "needs prompt_template" });
  return faults;
}

function metricFaults({ primaryMetric, guardrails }: ExperimentSettings): FieldError[] {
  const primary = primaryMetric?.metric;
  const names = guardrails.map(({ metric }) => metric);
  return [
    ...(primary !== undefined && onlyGuardrails.has(primary)
      ? [{ path: "primary_metric.metric", message: `${primary} can only be a guardrail` }]
      : []),
    ...names.flatMap((metric, index) =>
      metric === primary || names.indexOf(metric) !== index
        ? [{ path: `guardrails.${index}.metric`, message: `must not repeat ${metric}` }]
        : [],
    ),
  ];
}

/** The signals and scores among an experiment's metrics, in their order. */
export const namedMetrics = ({
  primaryMetric,
  guardrails,
}: Pick<ExperimentSettings, "primaryMetric" | "guardrails">): ExperimentMetric[] =>
  [primaryMetric, ...guardrails].flatMap((chosen) =>
    chosen && namedMetric(chosen.metric) ? [chosen.metric] : [],
  );
