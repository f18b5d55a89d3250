import type { ReactNode } from "react";
import { ExportScope } from "#components/charts/export/export-scope.tsx";
import { formatCountOf } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { Complaints, Experiment } from "#lib/act/experiments/index.ts";
import type { Results } from "#lib/use-cases/experiments/list-readings.ts";
import type { ExperimentProgress } from "#lib/use-cases/experiments/read-progress.ts";
import { BackLink } from "../shell/back-link.tsx";
import { ArmsCard } from "./arms-card.tsx";
import { ChecksCard } from "./checks-card.tsx";
import { ComplaintsCard } from "./complaints-card.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { durationWords, formatShare, kindLabel, stateLabel } from "./experiment-words.ts";
import { HistoryAdjustmentCard } from "./history-adjustment-card.tsx";
import { HistoryCard } from "./history-card.tsx";
import { metricLabel } from "./metric-words.ts";
import { MetricsCard } from "./metrics-card.tsx";
import { ProgressCard } from "./progress-card.tsx";
import { SplitButton } from "./split-button.tsx";
import { StepButtons } from "./step-buttons.tsx";
import type { Transition } from "./transition.ts";
import { VerdictCard } from "./verdict-card.tsx";

/** Everything that the page of an experiment is drawn from. */
export interface ExperimentViewProps {
  experiment: Experiment;
  transitions: readonly Transition[];
  results: Results | null;
  progress: ExperimentProgress | null;
  complaints: Complaints;
  project: { projectId: string; slug: string };
  mayEdit: boolean;
  now: Date;
  tz: string;
  /** Keeps the page up to date. */
  live: ReactNode;
}

/** One experiment: its state and next steps, its result, its arms, and how it came to it. */
export function ExperimentView(props: ExperimentViewProps) {
  const { experiment, transitions, results, progress, complaints, tz } = props;
  const { primaryMetric: primary, arms, guardrails, endedAt } = experiment;
  const analysis = results?.analysis ?? null;
  const last = transitions.at(-1);
  const variants = arms.map(({ variant }) => variant);
  const days = progress?.days ?? [];
  return (
    <>
      <Header {...props} />
      <ExportScope project={props.project.slug} from={days[0] ?? ""} to={days.at(-1) ?? ""}>
        <Stack>
          {endedAt && last && <DecisionCard {...{ experiment, last, tz }} kept={results} />}
          <AboutCard experiment={experiment} />
          {analysis && primary && <VerdictCard {...{ analysis, primary }} />}
          <ArmsCard {...{ experiment, analysis }} armsUrl={armsUrlOf(props)} />
          {progress && primary && <ProgressCard {...{ progress, tz }} metric={primary.metric} />}
          {analysis && results && primary && (
            <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
              <ChecksCard {...{ analysis }} metric={primary.metric} uncounted={results.uncounted} />
              <Stack>
                <HistoryAdjustmentCard {...{ analysis, primary }} />
                <HistoryCard {...{ transitions, variants, tz }} />
              </Stack>
            </div>
          )}
          <ComplaintsCard complaints={complaints} variants={variants} />
          {analysis && <MetricsCard {...{ analysis, guardrails }} />}
          {!analysis && <HistoryCard {...{ transitions, variants, tz }} />}
        </Stack>
      </ExportScope>
    </>
  );
}

/** Where paused arms are switched on again; null for who may not, and once the experiment is decided. */
const armsUrlOf = ({ experiment, project, mayEdit }: ExperimentViewProps): string | null =>
  mayEdit && !experiment.endedAt
    ? `/api/projects/${project.projectId}/experiments/${encodeURIComponent(experiment.experiment)}/arms`
    : null;

function Header({ experiment, results, project, mayEdit, now, live }: ExperimentViewProps) {
  const { experiment: name, state, arms } = experiment;
  const { words, tone } = stateLabel[state];
  const path = encodeURIComponent(name);
  return (
    <>
      <BackLink href={`/${project.slug}/experiments`}>Experiments</BackLink>
      <PageHeader
        title={name}
        note={
          <>
            <Badge tone={tone}>{words}</Badge> {durationWords(experiment, now)}
          </>
        }
        actions={
          <>
            {(state === "running" || state === "paused") && live}
            {mayEdit && state === "draft" && (
              <ButtonLink href={`/${project.slug}/experiments/${path}/edit`}>Edit</ButtonLink>
            )}
            {mayEdit && (state === "running" || state === "paused") && (
              <SplitButton
                url={`/api/projects/${project.projectId}/experiments/${path}`}
                traffic={experiment.traffic}
                arms={arms}
              />
            )}
            {mayEdit && (
              <StepButtons
                url={`/api/projects/${project.projectId}/experiments/${path}/steps`}
                experiment={name}
                state={state}
                variants={arms.map(({ variant }) => variant)}
                winner={results?.analysis?.winner ?? null}
              />
            )}
          </>
        }
      />
    </>
  );
}

/** What was chosen before the start. */
function AboutCard({ experiment }: { experiment: Experiment }) {
  const { hypothesis, kind, featureName, promptTemplate, label, traffic, primaryMetric, guardrails } =
    experiment;
  const facts = [
    ["Compares", kindLabel[kind]],
    ["Prompt", promptTemplate && `${promptTemplate}${label ? `, label ${label}` : ""}`],
    ["Feature", featureName],
    ["Traffic", `${formatShare(traffic)} of users`],
    ["Primary metric", primaryMetric && metricLabel(primaryMetric.metric)],
    ["Guardrails", guardrails.map(({ metric }) => metricLabel(metric)).join(", ")],
    ["If a guardrail is worse", experiment.pauseOnHarm ? "The arm is paused" : null],
    ["Arms", formatCountOf(experiment.arms.length, "arm")],
  ] as const;
  return (
    <Card title="Hypothesis">
      <p className="wrap-anywhere max-w-prose whitespace-pre-wrap text-ink text-sm">
        {hypothesis || <span className="text-faint">Not written yet. It is required before the start.</span>}
      </p>
      <FactList facts={facts} className="mt-3 flex flex-wrap gap-y-2" />
    </Card>
  );
}
