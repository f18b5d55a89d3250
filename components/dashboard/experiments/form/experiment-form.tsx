"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { ExperimentKind } from "#lib/domain/experiment.ts";
import { kindLabel } from "../experiment-words.ts";
import { ArmFields } from "./arm-fields.tsx";
import { type ExperimentDraft, experimentBody, withKind } from "./experiment-draft.ts";
import { GuardrailFields } from "./guardrail-fields.tsx";
import { type MetricChoice, MetricOptions } from "./metric-options.tsx";
import { PlanPanel } from "./plan-panel.tsx";

/** What the form suggests. */
export interface ExperimentSuggestions {
  features: readonly string[];
  templates: readonly string[];
  versions: readonly string[];
  models: readonly string[];
  primary: readonly MetricChoice[];
  guardrails: readonly MetricChoice[];
}

interface ExperimentFormProps {
  projectId: string;
  /** The address of the project, "/demo". */
  base: string;
  /** What is entered at first. */
  initial: ExperimentDraft;
  /** Whether the experiment is there already. */
  exists: boolean;
  suggestions: ExperimentSuggestions;
}

/** Creates an experiment as a draft, or changes one. */
export function ExperimentForm({ projectId, base, initial, exists, suggestions }: ExperimentFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(initial);
  const change = (more: Partial<ExperimentDraft>) => setDraft({ ...draft, ...more });
  const url = `/api/projects/${projectId}/experiments`;
  const name = draft.name.trim();
  const { busy, refused, submit } = useSubmit(
    () =>
      exists
        ? sendJson("PATCH", `${url}/${encodeURIComponent(initial.name)}`, experimentBody(draft))
        : sendJson("POST", url, { experiment: name, ...experimentBody(draft) }),
    () => {
      router.push(`${base}/experiments/${encodeURIComponent(name)}`);
      router.refresh();
      return "leaves";
    },
  );
  const errors = refused?.paths ?? {};
  const back = exists ? `${base}/experiments/${encodeURIComponent(initial.name)}` : `${base}/experiments`;
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={exists ? "Edit experiment" : "New experiment"}
      className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <Card className="min-w-0">
        <div className="space-y-4">
          {refused && <Notice tone="bad">{refused.message}</Notice>}
          <WhatFields {...{ draft, change, errors, exists, suggestions }} />
          <ArmFields
            arms={draft.arms}
            kind={draft.kind}
            errors={errors}
            onChange={(arms) => change({ arms })}
          />
          <JudgeFields {...{ draft, change, errors, suggestions }} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="primary" busy={busy}>
              {exists ? "Save" : "Create draft"}
            </Button>
            <ButtonLink href={back}>Cancel</ButtonLink>
          </div>
        </div>
      </Card>
      <PlanPanel
        projectId={projectId}
        metric={draft.metric}
        featureName={draft.featureName}
        traffic={draft.traffic}
        percents={draft.arms.map(({ percent }) => percent)}
      />
    </form>
  );
}

interface WhatFieldsProps {
  draft: ExperimentDraft;
  change: (more: Partial<ExperimentDraft>) => void;
  errors: Record<string, string>;
  exists: boolean;
  suggestions: ExperimentSuggestions;
}

/** What is compared, and why. */
function WhatFields({ draft, change, errors, exists, suggestions }: WhatFieldsProps) {
  return (
    <>
      {!exists && (
        <Field
          label="Name"
          className="max-w-96"
          hint="Log it with each answer, in the field “experiment”."
          value={draft.name}
          error={errors.experiment}
          onChange={(event) => change({ name: event.target.value })}
        />
      )}
      <TextAreaField
        label="Hypothesis"
        rows={3}
        hint="What you expect, and why. Required before the start."
        value={draft.hypothesis}
        error={errors.hypothesis}
        onChange={(event) => change({ hypothesis: event.target.value })}
      />
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <SelectField
          label="Arms differ in"
          className="w-44"
          value={draft.kind}
          onChange={(event) => change(withKind(draft, event.target.value as ExperimentKind))}
        >
          {Object.entries(kindLabel).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </SelectField>
        {draft.kind === "prompt" && <PromptFields {...{ draft, change, errors, suggestions }} />}
        <Suggested
          {...{ label: "Feature (optional)", name: "experiment-features", options: suggestions.features }}
          value={draft.featureName}
          error={errors.feature_name}
          onChange={(featureName) => change({ featureName })}
        />
      </div>
      <Options name="experiment-versions" options={suggestions.versions} />
      <Options name="experiment-models" options={suggestions.models} />
    </>
  );
}

/** The prompt whose readers are split. */
function PromptFields({ draft, change, errors, suggestions }: Omit<WhatFieldsProps, "exists">) {
  return (
    <>
      <Suggested
        {...{ label: "Prompt template", name: "experiment-templates", options: suggestions.templates }}
        value={draft.promptTemplate}
        error={errors.prompt_template}
        onChange={(promptTemplate) => change({ promptTemplate })}
      />
      <Suggested
        {...{ label: "Label", name: "experiment-labels", options: ["production", "staging"] }}
        value={draft.label}
        error={errors.label}
        onChange={(label) => change({ label })}
      />
    </>
  );
}

/** Who is in the experiment, and what decides it. */
function JudgeFields({ draft, change, errors, suggestions }: Omit<WhatFieldsProps, "exists">) {
  return (
    <>
      <Field
        label="Traffic in %"
        className="max-w-72"
        inputMode="decimal"
        hint="Share of all users in the experiment."
        value={draft.traffic}
        error={errors.traffic}
        onChange={(event) => change({ traffic: event.target.value })}
      />
      <SelectField
        label="Primary metric"
        className="max-w-72"
        hint="Decides the experiment. It cannot be changed after the start."
        value={draft.metric}
        error={errors["primary_metric.metric"] ?? errors.primary_metric}
        onChange={(event) => change({ metric: event.target.value })}
      >
        {draft.metric === "" && <option value="">Choose a metric</option>}
        <MetricOptions choices={suggestions.primary} />
      </SelectField>
      <GuardrailFields
        guardrails={draft.guardrails}
        choices={suggestions.guardrails}
        errors={errors}
        onChange={(guardrails) => change({ guardrails })}
      />
      {draft.guardrails.length > 0 && (
        <Checkbox checked={draft.pauseOnHarm} onChange={(pauseOnHarm) => change({ pauseOnHarm })}>
          Pause an arm automatically if a guardrail is certainly worse
        </Checkbox>
      )}
    </>
  );
}

interface SuggestedProps {
  label: string;
  name: string;
  options: readonly string[];
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A field that suggests values and takes others. */
function Suggested({ label, name, options, value, error, onChange }: SuggestedProps) {
  return (
    <>
      <Field
        label={label}
        className="w-44 max-sm:grow"
        list={name}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
      <Options name={name} options={options} />
    </>
  );
}

function Options({ name, options }: { name: string; options: readonly string[] }) {
  return (
    <datalist id={name}>
      {options.map((option) => (
        <option key={option} value={option} />
      ))}
    </datalist>
  );
}
